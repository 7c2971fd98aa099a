import { randomUUID } from "node:crypto";
import type { Sql } from "@/lib/db";
import type { SyncKind } from "./sync-run";

/**
 * Asks for a full read of an event, in the caller's transaction; call `wake("foyer_syncs")` after the
 * commit. A reconcile is content with a run that is queued or under way, and answers that one. A first
 * sync begins anew, because what a run of an earlier connection read is out of date. Answers the run's id.
 */
export async function requestSync(sql: Sql, eventId: string, kind: SyncKind): Promise<string> {
  if (kind === "sync") {
    await sql.query(
      `UPDATE sync_runs SET state = 'ended', error = 'superseded', finished_at = clock_timestamp(),
         lease_holder = NULL, lease_expires_at = NULL
       WHERE event_id = $1 AND state IN ('queued', 'running')`,
      [eventId],
    );
  }
  await sql.query(
    `INSERT INTO sync_runs (event_id, id, kind) VALUES ($1, $2, $3)
     ON CONFLICT (event_id) WHERE state IN ('queued', 'running')
     DO UPDATE SET waiting_until = CASE WHEN sync_runs.state = 'queued' THEN NULL ELSE sync_runs.waiting_until END`,
    [eventId, randomUUID(), kind],
  );
  const open = await sql.query<{ id: string }>(
    "SELECT id FROM sync_runs WHERE event_id = $1 AND state IN ('queued', 'running')",
    [eventId],
  );
  const id = open.rows[0]?.id;
  if (!id) throw new Error("the requested run is gone already");
  return id;
}
