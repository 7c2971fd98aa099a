import { withEventSql } from "@/lib/db";
import { logOf } from "@/lib/log";
import { reasonOf } from "@/lib/reason-of";
import { readMyProfile } from "@/lib/revento/read-me";
import { callRevento } from "./call-revento";

const WAIT_UP_TO_MS = 15_000;

/**
 * Asks Revento whether a grant of which an end was told still holds: a refusal ends it, with `toldBy` as its cause
 * (contract 7.5, 7.7). Where no answer comes, the next page of the person asks before it shows anything. Never
 * rejects.
 */
export async function confirmGrant(eventId: string, userId: string, toldBy: string): Promise<void> {
  try {
    const read = (token: string) => readMyProfile(token, userId);
    await callRevento(eventId, userId, read, { waitUpToMs: WAIT_UP_TO_MS, toldBy });
  } catch (error) {
    logOf("grants").info({ eventId, reason: reasonOf(error) }, "a grant may have ended");
    await askAtNextVisit(eventId, userId).catch((err: unknown) =>
      logOf("grants").error({ err, eventId }, "could not note that a grant may have ended"),
    );
  }
}

function askAtNextVisit(eventId: string, userId: string): Promise<unknown> {
  return withEventSql(eventId, (sql) =>
    sql.query(
      "UPDATE grants SET checked_at = NULL WHERE event_id = $1 AND user_id = $2 AND state = 'active'",
      [eventId, userId],
    ),
  );
}
