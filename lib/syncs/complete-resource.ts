import type { Sql } from "@/lib/db";
import { removeUnseen } from "@/lib/participants/remove-unseen";
import { removeUnseenProgram } from "@/lib/program/remove-unseen-program";
import type { ResourceName } from "./sync-resources";
import type { SyncRun } from "./sync-run";

/** How much later than our own reading of a change its delivery may have happened by our clock. */
const CLOCK_DOUBT = "2 seconds";

/**
 * What only a complete pass may conclude: rows that it did not see are gone, and drift is final.
 * Called after the last page of each resource, in its transaction. The program is judged as a whole
 * after its last list, the participants after theirs.
 */
export async function completeResource(
  sql: Sql,
  run: SyncRun,
  name: ResourceName,
): Promise<{ participants: string[]; program: number }> {
  if (name === "activities") {
    return {
      participants: [],
      program: await removeUnseenProgram(sql, run.eventId, run.startedAt),
    };
  }
  if (name !== "participants") return { participants: [], program: 0 };
  await forgetLateDeliveries(sql, run);
  return { participants: await removeUnseen(sql, run.eventId, run.id), program: 0 };
}

/** A delivery that was on its way while its page was read was not missed. */
async function forgetLateDeliveries(sql: Sql, run: SyncRun): Promise<void> {
  await sql.query(
    `DELETE FROM drifts d
     WHERE d.event_id = $1 AND d.run_id = $2 AND d.cause IN ('missed_delivery', 'missing_here')
       AND EXISTS (
         SELECT 1 FROM participant_history h
         WHERE h.event_id = $1 AND h.participant_id = d.participant_id AND h.envelope_id IS NOT NULL
           AND h.recorded_at >= d.at AND h.occurred_at <= d.at + interval '${CLOCK_DOUBT}')`,
    [run.eventId, run.id],
  );
}
