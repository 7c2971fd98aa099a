import { withEventSql } from "@/lib/db";
import { announceChanges } from "@/lib/live/announce-changes";
import { wake } from "@/lib/live/wake";
import { logOf } from "@/lib/log";
import { eraseBatch } from "./erase-batch";
import { finishErasure } from "./finish-erasure";
import { forgetJobs } from "./forget-jobs";
import { refreshStatistics } from "./refresh-statistics";

const TELL_EVERY_MS = 1_000;
/** What the last transaction of an erasure deletes or blanks. */
export const LAST_TABLES = ["changes", "change_heads", "connections", "operator_actions"];

/**
 * Carries the running erasure of an event on until it is done, until `signal` ends the work between two
 * batches, or until it is somebody else's: any number of workers may be at it, and one that is killed
 * leaves nothing to repair. Answers whether it was completed here.
 */
export async function runErasure(eventId: string, signal: AbortSignal): Promise<boolean> {
  let toldAt = 0;
  while (!signal.aborted) {
    const { step, isTold } = await eraseBatch(eventId, Date.now() - toldAt > TELL_EVERY_MS);
    if (isTold) toldAt = Date.now();
    if (step === "busy" || step === "over") return false;
    if (step === "more") continue;
    // Before the end, so that a kill cannot leave them out.
    await forgetJobs(eventId);
    await refreshStatistics(await tablesThatHadRows(eventId));
    const finish = await finishErasure(eventId);
    if (finish === "again") continue;
    if (finish !== "completed") return false;
    // What had been recorded is deleted with the rest: open pages hear of the end all the same.
    await Promise.all([announceChanges(eventId), wake("foyer_syncs")]);
    await refreshStatistics(LAST_TABLES);
    logOf("erasures").info({ eventId }, "an erasure is completed");
    return true;
  }
  return false;
}

async function tablesThatHadRows(eventId: string): Promise<string[]> {
  return withEventSql(eventId, async (sql) => {
    const found = await sql.query<{ name: string }>(
      `SELECT jsonb_object_keys(counts) AS name FROM erasures
       WHERE event_id = $1 AND state = 'running'`,
      [eventId],
    );
    return found.rows.map((row) => row.name);
  });
}
