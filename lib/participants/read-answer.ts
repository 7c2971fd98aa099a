import type { Sql } from "@/lib/db";

type Place = { eventId: string; participantId: string; key: string };

/** One answer of a participant's form; undefined where there is none. */
export async function readAnswer(
  sql: Sql,
  { eventId, participantId, key }: Place,
): Promise<unknown> {
  const found = await sql.query<{ answer: unknown }>(
    `SELECT fields -> $3::text AS answer FROM participants
     WHERE event_id = $1 AND participant_id = $2 AND fields ? $3::text`,
    [eventId, participantId, key],
  );
  return found.rows[0]?.answer;
}
