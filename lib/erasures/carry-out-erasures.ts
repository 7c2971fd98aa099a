import { withSystemSql } from "@/lib/db";
import { logOf } from "@/lib/log";
import { beginDueErasures } from "./begin-due-erasures";
import { runErasure } from "./run-erasure";

/** Erasures of different events at once in one worker: a long one holds no short one up. */
const LANES = 2;

/**
 * Begins what is due of all events and carries on what is running, those first whose organizers wait for
 * a new sync, then by deadline, until nothing is left that no other worker is at. Trouble with one event
 * is logged and left for the next call. The table is the truth: whoever looks, goes on.
 */
export async function carryOutErasures(signal: AbortSignal): Promise<void> {
  await beginDueErasures(signal);
  const tried: string[] = [];
  const lane = async () => {
    for (;;) {
      if (signal.aborted) return;
      const eventId = await nextRunning(tried);
      if (eventId === null) return;
      // Another lane may have asked at the same time.
      if (tried.includes(eventId)) continue;
      tried.push(eventId);
      await runOne(eventId, signal);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

async function runOne(eventId: string, signal: AbortSignal): Promise<void> {
  try {
    await runErasure(eventId, signal);
  } catch (error) {
    logOf("erasures").error(
      { err: error, eventId },
      "an erasure stopped; will go on with the next look",
    );
  }
}

async function nextRunning(tried: readonly string[]): Promise<string | null> {
  return withSystemSql(async (sql) => {
    const found = await sql.query<{ event_id: string }>(
      `SELECT event_id FROM erasures WHERE state = 'running' AND event_id <> ALL($1)
       ORDER BY scope = 'mirror' DESC, due_at LIMIT 1`,
      [tried],
    );
    return found.rows[0]?.event_id ?? null;
  });
}
