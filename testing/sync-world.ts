import { type Sql, withEventSql } from "@/lib/db";
import type { SyncOutcome } from "@/lib/syncs/sync-outcome";
import { connectInProcess, forgetEvent, passTime } from "./connected-event";
import type { TestSandbox } from "./test-sandbox";

type Wire = {
  id: string;
  application_status: string | null;
  display_name: string;
  email: string;
  custom_form_fields: unknown;
};
type Request = { path: string; status: number; query: string };

const byId = (a: unknown[], b: unknown[]) => (String(a[0]) < String(b[0]) ? -1 : 1);

/** One event of Lumen Conventions at the sandbox and in this process, with what its syncs are asked. */
export async function syncWorld(sandbox: TestSandbox, eventId: string) {
  const { getSyncProgress } = await import("@/lib/syncs/get-sync-progress");
  const { requestSync } = await import("@/lib/syncs/request-sync");
  const { runSync } = await import("@/lib/syncs/run-sync");
  const inEvent = <T>(work: (sql: Sql) => Promise<T>) => withEventSql(eventId, work);
  const progress = () => getSyncProgress(eventId);
  const run = (runId: string, signal = new AbortController().signal) =>
    runSync(eventId, runId, signal);

  return {
    inEvent,
    progress,
    run,
    /** A fresh Revento, and an event that was never connected. */
    async reset(): Promise<void> {
      await sandbox.control("reset", {});
      await forgetEvent(eventId);
    },
    /** Answers the id of the queued first sync. */
    connect: (scopes?: string[]) => connectInProcess(sandbox, eventId, "usr_ana", scopes),
    requestReconcile: () => inEvent((sql) => requestSync(sql, eventId, "reconcile")),
    act: (action: string, more: Record<string, unknown>) =>
      sandbox.control("act", { action, ...more }),
    /** Runs until it is over, letting the time pass that it waits for. */
    async runToTheEnd(runId: string): Promise<SyncOutcome> {
      for (let round = 0; round < 50; round += 1) {
        const until = (await progress())?.waitingUntil;
        if (until) await passTime(sandbox, eventId, Date.parse(until) - Date.now() + 1);
        const outcome = await run(runId);
        if (outcome.kind !== "waiting") return outcome;
      }
      throw new Error("a run without end");
    },
    /** Every call of the read API that Revento received. */
    async apiCalls(): Promise<Request[]> {
      const { data } = (await sandbox.control("requests")) as { data: Request[] };
      return data.filter(({ path }) => path.startsWith("/api/v1/events/"));
    },
    /** What Revento says of everybody, and what the mirror says, in one form. */
    async truth(): Promise<unknown[][]> {
      const answer = await sandbox.control(`participants?event_id=${eventId}`);
      return (answer as { data: Wire[] }).data
        .map((row) => [
          row.id,
          row.application_status,
          row.display_name,
          row.email,
          row.custom_form_fields,
        ])
        .sort(byId);
    },
    async mirror(): Promise<unknown[][]> {
      const { rows } = await inEvent((sql) =>
        sql.query(
          `SELECT participant_id, status, name, email, fields FROM participants
           WHERE event_id = $1 AND removed_at IS NULL`,
          [eventId],
        ),
      );
      return rows.map((row) => Object.values(row)).sort(byId);
    },
    async drifts(runId: string): Promise<{ participant_id: string; cause: string }[]> {
      const { rows } = await inEvent((sql) =>
        sql.query(
          `SELECT participant_id, cause, fields FROM drifts WHERE event_id = $1 AND run_id = $2
           ORDER BY participant_id`,
          [eventId, runId],
        ),
      );
      return rows;
    },
  };
}
