import type { Sql } from "@/lib/db";
import type { LabelView } from "./label-view";

const byOrder = (labels: readonly LabelView[]) =>
  labels
    .map(({ id, name }) => ({ id, word: name.toLowerCase() }))
    .sort((one, other) => (one.word < other.word ? -1 : 1));

/** The word that lists order an application by that has these labels; null: none. */
export function labelOrderOf(labels: readonly LabelView[]): string | null {
  return byOrder(labels)[0]?.word ?? null;
}

/** Orders all that have a label anew, by the first that they have of `labels`: those that the event is to have. */
export async function orderLabelled(
  sql: Sql,
  eventId: string,
  labelId: string,
  labels: readonly LabelView[],
): Promise<void> {
  const ordered = byOrder(labels);
  await sql.query(
    `UPDATE application_reviews AS a SET label_order = (
       SELECT known.word FROM application_labels AS l
       JOIN unnest($3::uuid[], $4::text[]) WITH ORDINALITY AS known(id, word, place) ON known.id = l.label_id
       WHERE l.event_id = $1 AND l.participant_id = a.participant_id ORDER BY known.place LIMIT 1)
     WHERE a.event_id = $1 AND a.participant_id IN
       (SELECT participant_id FROM application_labels WHERE event_id = $1 AND label_id = $2)`,
    [eventId, labelId, ordered.map(({ id }) => id), ordered.map(({ word }) => word)],
  );
}
