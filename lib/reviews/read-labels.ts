import type { Tx } from "@/lib/db";
import type { LabelColor, LabelView } from "./label-view";

/** As many as an event can have. */
export const MOST_LABELS = 50;

/** The labels of an event, by name. */
export async function readLabels(db: Tx, eventId: string): Promise<LabelView[]> {
  const labels = await db.label.findMany({ where: { eventId }, take: MOST_LABELS });
  return labels
    .map(({ id, name, color }) => ({ id, name, color: color as LabelColor }))
    .sort((one, other) => one.name.localeCompare(other.name, "en"));
}
