import { z } from "zod";
import type { Tx } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { storableText } from "@/lib/storable-text";
import { LABEL_COLORS, type LabelView } from "./label-view";
import { readLabels } from "./read-labels";

/** What a label is: a short name, and one of eight colours. */
export const LabelInput = z.object({
  name: storableText(40)
    .transform((text) => text.trim())
    .refine((text) => text !== "", "is empty"),
  color: z.enum(LABEL_COLORS),
});

export const OfLabel = z.object({ eventId: z.string(), labelId: z.string() });

/** Throws AppError `conflict` where one of the labels has this name, whatever its letters' case. */
export function requireFreeName(labels: readonly LabelView[], name: string): void {
  if (labels.some((label) => label.name.toLowerCase() === name.toLowerCase())) {
    throw new AppError("conflict", `There is a label “${name}” already.`);
  }
}

/** A label, and the event's others. Throws AppError `not_found`. */
export async function requireLabel(
  db: Tx,
  eventId: string,
  labelId: string,
): Promise<{ label: LabelView; others: LabelView[] }> {
  const labels = await readLabels(db, eventId);
  const label = labels.find(({ id }) => id === labelId);
  if (!label) throw new AppError("not_found", "There is no such label in this event.");
  return { label, others: labels.filter(({ id }) => id !== labelId) };
}
