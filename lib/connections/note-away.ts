import { withEventSql } from "@/lib/db";
import { changeEventInSql } from "@/lib/live/change-event";
import { logOf } from "@/lib/log";
import { ReventoError } from "@/lib/revento/errors";

/** Unavailable, but Revento did answer. */
const ANSWERED = new Set([
  "token_expired",
  "token_replaced",
  "malformed_answer",
  "answer_too_large",
  "concurrent_limit_exceeded",
]);

/** Whether a call came to nothing because Revento did not answer it, or only that it cannot (contract 1.7). */
export function isAway(error: unknown): boolean {
  return error instanceof ReventoError && error.kind === "unavailable" && !ANSWERED.has(error.code);
}

/** Keeps since when Revento does not answer for this event, and tells open pages. Never throws. */
export async function noteAway(eventId: string): Promise<void> {
  await note(eventId, "away_since = clock_timestamp()", "state = 'active' AND away_since IS NULL");
}

/** Revento answers again. Never throws. */
export async function noteBack(eventId: string): Promise<void> {
  await note(eventId, "away_since = NULL", "away_since IS NOT NULL");
}

async function note(eventId: string, change: string, where: string): Promise<void> {
  try {
    const isNews = await withEventSql(eventId, (sql) =>
      sql.query(`SELECT FROM connections WHERE event_id = $1 AND ${where}`, [eventId]),
    );
    if (isNews.rowCount === 0) return;
    await changeEventInSql(eventId, async ({ sql, changed }) => {
      const { rowCount } = await sql.query(
        `UPDATE connections SET ${change} WHERE event_id = $1 AND ${where}`,
        [eventId],
      );
      if (rowCount) changed("connection");
    });
  } catch (error) {
    logOf("connections").warn({ err: error, eventId }, "could not note whether Revento answers");
  }
}
