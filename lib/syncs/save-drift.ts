import type { Sql } from "@/lib/db";
import type { DriftCause } from "@/lib/participants/mirror-participants";
import type { SyncRun } from "./sync-run";

export type Drift = {
  participantId: string;
  fields: string[];
  /** `not_stored`: the row of that id, of whatever list, could not be written; `fields` says why. */
  cause: DriftCause | "removed_there" | "not_stored";
};

/** Records what a reconcile found different from the mirror, and what no run could write, once per row. */
export async function saveDrift(sql: Sql, run: SyncRun, drifts: readonly Drift[]): Promise<void> {
  if (drifts.length === 0) return;
  await sql.query(
    `INSERT INTO drifts (event_id, run_id, participant_id, cause, fields)
     SELECT $1, $2, d."participantId", d.cause, d.fields
     FROM jsonb_to_recordset($3::jsonb) AS d("participantId" text, cause text, fields text[])
     ON CONFLICT (event_id, run_id, participant_id) DO UPDATE
       SET cause = excluded.cause, fields = excluded.fields, at = excluded.at`,
    [run.eventId, run.id, JSON.stringify(drifts)],
  );
}
