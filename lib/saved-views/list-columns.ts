import { z } from "zod";

const ListColumn = z.object({
  id: z
    .string()
    .min(1)
    .max(220)
    .refine((id) => !id.includes("\0"), "is not a column"),
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
