import { z } from "zod";
import { storableText } from "@/lib/storable-text";

const ListColumn = z.object({
  id: storableText(220).min(1),
  width: z.number().int().min(40).max(2_000).optional(),
});

/** The columns of a list in order, each once, 60 at the most; `width` in pixels. */
export const ListColumns = z
  .array(ListColumn)
  .max(60)
  .refine(
    (columns) => new Set(columns.map(({ id }) => id)).size === columns.length,
    "names a column twice",
  );
