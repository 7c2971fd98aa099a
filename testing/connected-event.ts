import { withEventSql, withSystemSql } from "@/lib/db";
import { TABLES } from "@/lib/erasures/erasable-tables";
import { moveBudgetsBack } from "./pass-minute";
import type { TestSandbox } from "./test-sandbox";

/** Connects an event as its organizer inside this process. Answers the id of the queued first sync. */
export async function connectInProcess(
  sandbox: Pick<TestSandbox, "control">,
  eventId: string,
  userId: string,
  scopes?: string[],
): Promise<string> {
  const { startConnect } = await import("@/lib/connections/start-connect");
  const { finishConnect } = await import("@/lib/connections/finish-connect");
  const { readCallback } = await import("@/lib/connections/read-callback");
  const { redirectTo, cookie } = await startConnect(eventId);
  const decided = await sandbox.control("authorize", {
    user_id: userId,
    authorize_url: redirectTo,
    scopes,
  });
  const callback = new URL((decided as { redirect_to: string }).redirect_to);
  await finishConnect({ sessionHash: null }, readCallback(callback.searchParams), cookie.value);
  return openRunOf(eventId);
}

async function openRunOf(eventId: string): Promise<string> {
  return withEventSql(eventId, async (sql) => {
    const found = await sql.query<{ id: string }>(
      "SELECT id FROM sync_runs WHERE event_id = $1 AND state IN ('queued', 'running')",
      [eventId],
    );
    return found.rows[0]?.id ?? "";
  });
}

/** Forgets everything of an event, as if it had never been connected. */
export async function forgetEvent(eventId: string): Promise<void> {
  await withSystemSql((sql) => sql.query("DELETE FROM connect_attempts"));
  await withEventSql(eventId, async (sql) => {
    for (const { table } of TABLES) {
      await sql.query(`DELETE FROM ${table} WHERE event_id = $1`, [eventId]);
    }
  });
}

/** Lets time pass at Revento and for the event's budgets and waits here, without waiting. */
export async function passTime(
  sandbox: Pick<TestSandbox, "control">,
  eventId: string,
  ms: number,
): Promise<void> {
  await sandbox.control("clock", { advance_ms: ms });
  await withEventSql(eventId, (sql) =>
    moveBudgetsBack((text, values) => sql.query(text, values), eventId, ms),
  );
}
