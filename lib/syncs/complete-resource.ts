import type { Sql } from "@/lib/db";
import { concludeRead } from "@/lib/mirror/full-read";
import { countUnseen, removeUnseen } from "@/lib/participants/remove-unseen";
import { countUnseenProgram, removeUnseenProgram } from "@/lib/program/remove-unseen-program";
import { type Doubt, doubtOf } from "./judge-missing";
import type { SyncResource } from "./sync-resources";
import type { SyncRun } from "./sync-run";

/** How much later than our own reading of a change its delivery may have happened by our clock. */
const CLOCK_DOUBT = "2 seconds";

/** What a complete pass over a resource has found. `missing`: rows that the next reading decides about. */
export type Completion = {
  participants: string[];
  program: number;
  missing: number;
  doubt: Doubt | null;
};

export const NOTHING_CONCLUDED: Completion = {
  participants: [],
  program: 0,
  missing: 0,
  doubt: null,
};

/**
 * What only a complete pass may conclude: which rows are gone, and which drift is final. Called after the last page
 * of each resource, in its transaction. A row is gone when two complete and plausible readings lack it, 10 minutes
 * apart at the least; a reading that is not plausible concludes nothing, and says why. The program is judged after
 * its last list, the participants after theirs.
 */
export async function completeResource(
  sql: Sql,
  run: SyncRun,
  { name, table }: SyncResource,
  isIncomplete: boolean,
): Promise<Completion> {
  if (name === "event") await concludeRead(sql, run, { list: table.name, confirms: true });
  if (name === "activities") return completeProgram(sql, run, isIncomplete);
  if (name === "participants") return completeParticipants(sql, run, isIncomplete);
  return { ...NOTHING_CONCLUDED, doubt: isIncomplete ? "incomplete_list" : null };
}

async function completeParticipants(
  sql: Sql,
  run: SyncRun,
  isIncomplete: boolean,
): Promise<Completion> {
  await forgetLateDeliveries(sql, run);
  const { seen, gone } = await countUnseen(sql, run.eventId, run.id);
  const unreadable = (await readUnreadable(sql, run)).get("participants") ?? 0;
  const expected = run.expectedRows;
  const doubt = doubtOf({ seen: seen + unreadable, gone, expected, isIncomplete, unreadable });
  const { removed, missing } = doubt
    ? { removed: [], missing: gone }
    : await removeUnseen(sql, run.eventId, run.id);
  await concludeRead(sql, run, { list: "participants", confirms: doubt === null || gone === 0 });
  return { ...NOTHING_CONCLUDED, participants: removed, missing, doubt };
}

/** One reading that lacks a row of the program says nothing; the one that was queued after it decides. */
async function completeProgram(sql: Sql, run: SyncRun, isIncomplete: boolean): Promise<Completion> {
  const completion = { ...NOTHING_CONCLUDED };
  const unreadableIn = await readUnreadable(sql, run);
  for (const { table, seen, gone } of await countUnseenProgram(sql, run)) {
    // An incomplete list earlier in the run has left its doubt there.
    const isDoubtful = isIncomplete || run.doubt === "incomplete_list";
    const unreadable = unreadableIn.get(table) ?? 0;
    const doubt =
      gone > 0
        ? doubtOf({ seen, gone, expected: null, isIncomplete: isDoubtful, unreadable })
        : null;
    const isRemoved = gone > 0 && !doubt && run.isSecond;
    if (isRemoved) completion.program += await removeUnseenProgram(sql, run, table);
    else completion.missing += gone;
    completion.doubt = doubt ?? completion.doubt;
    await concludeRead(sql, run, { list: table, confirms: gone === 0 || isRemoved });
  }
  return completion;
}

/** By list, which is called as its table is. */
async function readUnreadable(sql: Sql, { eventId, id }: SyncRun): Promise<Map<string, number>> {
  const { rows } = await sql.query<{ unreadable: Record<string, number> }>(
    "SELECT unreadable FROM sync_runs WHERE event_id = $1 AND id = $2",
    [eventId, id],
  );
  return new Map(Object.entries(rows[0]?.unreadable ?? {}));
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
