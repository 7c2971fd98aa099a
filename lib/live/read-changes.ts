import { withEventSql, withSystemSql } from "@/lib/db";
import type { Topic } from "./record-change";

/** A recorded change: its number in the event, the topic, and the ids that changed (none: any). */
export type Change = { seq: number; topic: Topic; ids: string[] };

/** Changes of these topics, and those that name one of these ids, or none. */
export type Concerns = { topics: readonly Topic[]; ids: readonly string[] };

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

/**
 * The changes of an event after number `after` and up to `upTo` that concern a reader, `most` at the most; null when
 * not all of that time is known any more.
 */
export async function readMissedChanges(
  eventId: string,
  range: { after: number; upTo: number },
  { topics, ids }: Concerns,
  most: number,
): Promise<Change[] | null> {
  return withEventSql(eventId, async (sql) => {
    const { rows: first } = await sql.query<{ seq: string | null }>(
      "SELECT min(seq) AS seq FROM changes WHERE event_id = $1",
      [eventId],
    );
    if (Number(first[0]?.seq ?? Number.POSITIVE_INFINITY) > range.after + 1) return null;
    const { rows } = await sql.query<Row>(
      `SELECT seq, topic, ids FROM changes
       WHERE event_id = $1 AND seq > $2 AND seq <= $3
         AND (topic = ANY($4) OR topic = ANY('{participants,grants,agenda}') AND (ids = '{}' OR ids && $5))
       ORDER BY seq LIMIT $6`,
      [eventId, range.after, range.upTo, topics, ids, most],
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
