import type { Sql } from "@/lib/db";
import type { FeedPlace } from "./feed-cursor";
import type { SyncEntryView } from "./feed-view";

type Row = {
  id: string;
  finished_at: Date;
  kind: string;
  state: string;
  rows: number;
  corrected: number;
};

/** The full reads that ended after `place`, the newest first. */
export async function readSyncEntries(
  sql: Sql,
  eventId: string,
  place: FeedPlace | null,
  limit: number,
): Promise<SyncEntryView[]> {
  const { rows } = await sql.query<Row>(
    `SELECT id, finished_at, kind, state, rows, drifted + removed AS corrected FROM sync_runs
     WHERE event_id = $1 AND finished_at IS NOT NULL AND ($2::timestamptz IS NULL OR finished_at < $2
       OR (finished_at = $2 AND NOT $3 AND ($4::uuid IS NULL OR id > $4)))
     ORDER BY finished_at DESC, id LIMIT $5`,
    [
      eventId,
      place?.at ?? null,
      place?.source === "connection",
      place?.source === "sync" ? place.id : null,
      limit,
    ],
  );
  return rows.map(({ finished_at, ...row }) => ({
    source: "sync",
    at: finished_at.toISOString(),
    ...row,
  }));
}
