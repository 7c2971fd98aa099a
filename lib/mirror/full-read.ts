import type { Sql } from "@/lib/db";

/**
 * A full read that finds a row as it was does not write it. While the read is on, `sync_pages` has which rows its
 * pages showed; when it is complete, one row of `full_reads` says of the whole list: whatever nothing has written
 * since `started_at`, and nothing doubts, was seen in Revento, as of `read_at` at the least.
 */
export type ConfirmedTable = {
  name: string;
  changedAtOf?: unknown;
  confirmedAt: "confirmed_at" | "mirrored_at";
  doubts: readonly string[];
};

/** The event's own row, of which everybody may ask how fresh it is. */
export const EVENT_ROW = {
  name: "events",
  confirmedAt: "mirrored_at",
  doubts: ["stale_hash"],
} satisfies ConfirmedTable;

/** Nothing says of the row `row` that Revento no longer has it, or has something else. */
export function isSettled(row: string, { doubts }: { doubts: readonly string[] }): string {
  return doubts.map((column) => `${row}.${column} IS NULL`).join(" AND ") || "true";
}

/** What the row `row` shows came from a page of the API, not from a delivery. */
export function isShownByPage(row: string, { changedAtOf }: { changedAtOf?: unknown }): string {
  return changedAtOf
    ? `(${row}.delivered_at IS NULL OR ${row}.version_at > ${row}.delivered_at)`
    : "true";
}

/** When the row `row` was last seen in Revento, on our clock. */
export function lastConfirmed(row: string, table: ConfirmedTable): string {
  const own = `${row}.${table.confirmedAt}`;
  return `CASE WHEN ${isSettled(row, table)} THEN greatest(${own}, (SELECT f.started_at FROM full_reads f
    WHERE f.event_id = ${row}.event_id AND f.list = '${table.name}')) ELSE ${own} END`;
}

/** What the last full read of the list, and the one that is on, showed of the rows of `incoming`. `$1` is the event. */
export function shownByReads({ name }: ConfirmedTable): string {
  return `full_read AS (
  SELECT started_at, read_at FROM full_reads WHERE event_id = $1 AND list = '${name}'
), shown AS (
  SELECT id, max(s.read_at) AS read_at FROM sync_pages s CROSS JOIN unnest(s.ids) AS id
  WHERE s.event_id = $1 AND s.list = '${name}' AND (SELECT bool_or(exact) FROM incoming)
    AND id IN (SELECT id FROM incoming)
  GROUP BY id
)`;
}

/** Joins to the row `t` and to what came for it, `i`, the moment on Revento's clock that the row shows. */
export function shownAt(table: ConfirmedTable): string {
  return `LEFT JOIN shown s ON s.id = i.id
  LEFT JOIN full_read f ON true
  CROSS JOIN LATERAL (SELECT CASE WHEN ${isShownByPage("t", table)} AND ${isSettled("t", table)}
    THEN greatest(t.version_at, s.read_at, CASE WHEN t.${table.confirmedAt} < f.started_at THEN f.read_at END)
    ELSE t.version_at END AS shown_at)`;
}

/** `seen`: the ids of a list that run `$2` of event `$1` has seen, for the beginning of a statement. */
export function seenInRun(list: string): string {
  return `seen AS (
    SELECT DISTINCT id FROM sync_pages s CROSS JOIN unnest(s.ids) AS id
    WHERE s.event_id = $1 AND s.run_id = $2 AND s.list = '${list}')`;
}

/** A run that reads all of an event. */
type Run = { eventId: string; id: string };
type Page = { list: string; number: number; readAt: Date; ids: readonly string[] };

/** Notes which rows a page showed, in the transaction that writes it. `readAt` is on Revento's clock. */
export async function noteSeen(
  sql: Sql,
  { eventId, id: runId }: Run,
  { list, number, readAt, ids }: Page,
): Promise<void> {
  await sql.query(
    `INSERT INTO sync_pages (event_id, run_id, page, list, read_at, ids) VALUES ($1, $2, $3, $4, $5, $6)`,
    [eventId, runId, number, list, readAt, ids],
  );
}

/**
 * Ends the reading of a list, in the transaction that judges what it lacks. `confirms`: every row that it lacks is
 * marked, or gone; otherwise it says nothing of the rows that it did not write.
 */
export async function concludeRead(
  sql: Sql,
  { eventId, id: runId }: Run,
  { list, confirms }: { list: string; confirms: boolean },
): Promise<void> {
  if (confirms)
    await sql.query(
      `INSERT INTO full_reads (event_id, list, started_at, read_at)
       SELECT $1, $3, r.started_at, min(s.read_at) FROM sync_runs r
       JOIN sync_pages s ON s.event_id = r.event_id AND s.run_id = r.id AND s.list = $3
       WHERE r.event_id = $1 AND r.id = $2 GROUP BY r.started_at
       ON CONFLICT (event_id, list) DO UPDATE SET started_at = excluded.started_at, read_at = excluded.read_at`,
      [eventId, runId, list],
    );
  await sql.query("DELETE FROM sync_pages WHERE event_id = $1 AND list = $2", [eventId, list]);
}
