import type { Sql } from "@/lib/db";
import type { RefusalsView } from "./console-overview-view";

/**
 * `recent`: how many in this hour of the clock and the one before; `onlySince`: since when there have been refusals
 * and nothing was accepted; null where that is not so.
 */
export type Refusals = RefusalsView & { recent: number; onlySince: Date | null };

type Row = { hour: Date; reason: string; count: string; first_at: Date; last_at: Date };

const HOUR_MS = 3_600_000;

/** Across events: the deliveries of the last day that were not accepted. The caller authorizes. */
export async function readRefusals(sql: Sql, now = new Date()): Promise<Refusals> {
  const refused = await sql.query<Row>(
    `SELECT hour, reason, count, first_at, last_at FROM delivery_refusals
     WHERE hour > $1::timestamptz - interval '24 hours' ORDER BY hour DESC, reason`,
    [now],
  );
  const accepted = await sql.query<{ at: Date | null }>(
    "SELECT max(received_at) AS at FROM deliveries",
  );
  const acceptedAt = accepted.rows[0]?.at ?? null;
  const lastAt = latest(refused.rows.map(({ last_at }) => last_at));
  const recent = refused.rows.filter((row) => now.getTime() - row.hour.getTime() < 2 * HOUR_MS);
  const unanswered = recent.filter((row) => !acceptedAt || row.last_at > acceptedAt);
  const firstAt = earliest(
    unanswered.map((row) => (acceptedAt && row.first_at < acceptedAt ? acceptedAt : row.first_at)),
  );
  return {
    hours: refused.rows.map(({ hour, reason, count }) => ({
      hour: hour.toISOString(),
      reason,
      count: Number(count),
    })),
    lastAt: lastAt?.toISOString() ?? null,
    lastAcceptedAt: acceptedAt?.toISOString() ?? null,
    recent: recent.reduce((sum, { count }) => sum + Number(count), 0),
    onlySince: firstAt,
  };
}

function latest(moments: readonly Date[]): Date | null {
  return moments.reduce<Date | null>((last, at) => (!last || at > last ? at : last), null);
}

function earliest(moments: readonly Date[]): Date | null {
  return moments.reduce<Date | null>((first, at) => (!first || at < first ? at : first), null);
}
