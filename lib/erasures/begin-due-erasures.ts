import { withSystemSql } from "@/lib/db";
import { changeEventInSql, IN_BACKGROUND } from "@/lib/live/change-event";
import { logOf } from "@/lib/log";
import { beginErasure } from "./begin-erasure";
import { ERASE_BEFORE_DUE } from "./erase-before-due";

const MOST_AT_ONCE = 200;

/** Begins the erasures of all events whose time has come. One that cannot be begun holds up no other. */
export async function beginDueErasures(signal?: AbortSignal): Promise<void> {
  for (const eventId of await listDue()) {
    if (signal?.aborted) return;
    try {
      await changeEventInSql(eventId, (change) => beginErasure(change, "plan"), IN_BACKGROUND);
    } catch (error) {
      logOf("erasures").error({ err: error, eventId }, "could not begin an erasure");
    }
  }
}

async function listDue(): Promise<string[]> {
  return withSystemSql(async (sql) => {
    const found = await sql.query<{ event_id: string }>(
      `SELECT event_id FROM erasures
       WHERE state = 'open' AND least(planned_at, due_at - $1::interval) <= now()
       ORDER BY due_at LIMIT $2`,
      [ERASE_BEFORE_DUE, MOST_AT_ONCE],
    );
    return found.rows.map((row) => row.event_id);
  });
}
