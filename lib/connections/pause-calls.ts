import { type Sql, withEventSql } from "@/lib/db";

/** Nobody waits longer for Revento, whatever it asks for: a wrong header must not cost a connection days. */
const LONGEST_PAUSE_MS = 3_600_000;
/** The first refusal for too many calls in flight is usually over in a moment; the ones after it double this. */
const CONCURRENT_FIRST_MS = 250;
const CONCURRENT_MS = 5_000;
const CONCURRENT_MOST_MS = 60_000;

/**
 * Stops calls with this token for `waitMs`, an hour at most, in all processes (contract 5: back off, do not
 * thrash). A longer pause that is already set stays. Answers how long it is.
 */
export async function pauseCalls(eventId: string, holder: string, waitMs: number): Promise<number> {
  const pauseMs = Math.min(waitMs, LONGEST_PAUSE_MS);
  await withEventSql(eventId, (sql) =>
    sql.query(
      `UPDATE tokens SET paused_until =
         greatest(paused_until, clock_timestamp() + $3 * interval '1 ms')
       WHERE event_id = $1 AND holder = $2`,
      [eventId, holder, pauseMs],
    ),
  );
  return pauseMs;
}

/**
 * {@link pauseCalls} after `concurrent_limit_exceeded`, which has no Retry-After: each in a row doubles the pause, so
 * that there are never more than 12 such calls a minute. Answers how many there have been in a row.
 */
export async function pauseAfterConcurrency(
  eventId: string,
  holder: string,
): Promise<{ waitMs: number; refusals: number }> {
  const refusals = await withEventSql(eventId, async (sql) => {
    const { rows } = await sql.query<{ refusals: number }>(
      `UPDATE tokens SET concurrent_refusals = concurrent_refusals + 1
       WHERE event_id = $1 AND holder = $2 RETURNING concurrent_refusals AS refusals`,
      [eventId, holder],
    );
    return rows[0]?.refusals ?? 1;
  });
  const doubled = CONCURRENT_MS * 2 ** Math.min(10, refusals - 2);
  const leastMs = refusals <= 1 ? CONCURRENT_FIRST_MS : Math.min(CONCURRENT_MOST_MS, doubled);
  const waitMs = await pauseCalls(eventId, holder, leastMs * (1 + Math.random() / 2));
  return { waitMs, refusals };
}

/** Lets calls go on that Revento asked to wait with: an operator has found out that they may. */
export async function endCallPauses(sql: Sql, eventId: string): Promise<void> {
  await sql.query("UPDATE tokens SET paused_until = NULL WHERE event_id = $1", [eventId]);
}
