import { withEventSql, withSystemSql } from "@/lib/db";
import type { Topic } from "./record-change";

/** A recorded change: its number in the event, the topic, and the ids that changed (none: any). */
export type Change = { seq: number; topic: Topic; ids: string[] };

type Row = { seq: string; topic: Topic; ids: string[] };

/** The changes of an event after number `after`, in their order, `most` at the most. */
export async function readChanges(eventId: string, after: number, most: number): Promise<Change[]> {
  return withEventSql(eventId, async (sql) => {
    const { rows } = await sql.query<Row>(
      `SELECT seq, topic, ids FROM changes WHERE event_id = $1 AND seq > $2 ORDER BY seq LIMIT $3`,
      [eventId, after, most],
    );
    return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
  });
}

/** The newest number of each of these events; an event without changes is left out. */
export async function readHeadsAcrossEvents(
  eventIds: readonly string[],
): Promise<Map<string, number>> {
  return withSystemSql(async (sql) => {
    const { rows } = await sql.query<{ event_id: string; seq: string }>(
      "SELECT event_id, seq FROM change_heads WHERE event_id = ANY($1)",
      [eventIds],
    );
    return new Map(rows.map((row) => [row.event_id, Number(row.seq)]));
  });
}
