import type { EventChange } from "@/lib/live/change-event";
import { ERASE_BEFORE_DUE } from "./erase-before-due";

/**
 * Begins the open erasure of an ended connection (contract 1.6): from now on
 * nobody can connect the event again until it is done. By plan only when its time has come; an operator
 * or an owner of the event may begin it earlier. Call `wake("foyer_erasures")` after the commit. Answers
 * false when there is nothing to begin.
 */
export async function beginErasure(
  { sql, eventId, changed, audit }: EventChange,
  begunBy: "plan" | "operator" | "organizer",
): Promise<boolean> {
  const connection = await sql.query<{ state: string }>(
    "SELECT state FROM connections WHERE event_id = $1 FOR UPDATE",
    [eventId],
  );
  const state = connection.rows[0]?.state;
  if (state !== "needs_reconnect" && state !== "suspended" && state !== "revoked") return false;
  const begun = await sql.query<{ id: string }>(
    `UPDATE erasures SET state = 'running', begun_by = $2, started_at = coalesce(started_at, now())
     WHERE event_id = $1 AND state = 'open' AND scope = 'all'
       AND ($2 <> 'plan' OR least(planned_at, due_at - $3::interval) <= now())
     RETURNING id`,
    [eventId, begunBy, ERASE_BEFORE_DUE],
  );
  const id = begun.rows[0]?.id;
  if (!id) return false;
  await sql.query(
    "UPDATE connections SET state = 'erasing', state_since = now() WHERE event_id = $1",
    [eventId],
  );
  await audit("foyer", "erasure.begun", {
    erasureId: id,
    begunBy,
    before: state,
  });
  changed("connection");
  return true;
}
