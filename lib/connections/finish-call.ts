import { withEventSql } from "@/lib/db";
import { logOf } from "@/lib/log";

/** How long Revento may go on with a call that we have given up. */
const ABANDONED_MS = 1_000;

/**
 * Gives back the place in flight that {@link reserveCall} took. A call that ended without an answer
 * keeps it a little longer. Never throws: a place that is not given back frees itself.
 */
export async function finishCall(
  eventId: string,
  holder: string,
  callId: string,
  answered: boolean,
): Promise<void> {
  try {
    await withEventSql(eventId, (sql) =>
      sql.query(
        `UPDATE api_calls SET finished_at = clock_timestamp() + $4 * interval '1 ms'
         WHERE event_id = $1 AND holder = $2 AND id = $3`,
        [eventId, holder, callId, answered ? 0 : ABANDONED_MS],
      ),
    );
  } catch (error) {
    logOf("connections").warn({ err: error, eventId }, "a call's place was not given back");
  }
}
