import { budgetOf, earliestEnd } from "@/lib/connections/api-budget";
import { type Sql, withEventSql } from "@/lib/db";
import { PAGE_SIZE } from "@/lib/revento/read-api";
import { resourcesWithin } from "./sync-place";
import type { SyncKind } from "./sync-run";

/** How far the latest run of an event has come. All times are ISO 8601 in UTC. */
export type SyncProgressView = {
  runId: string;
  kind: SyncKind;
  /** queued, running, completed, failed, ended */
  state: string;
  /** What is being read now; null before and after. */
  resource: string | null;
  /** Participants read so far. */
  rows: number;
  /** It goes once more through what an earlier read of the event brought, and Foyer kept. */
  isVerifying: boolean;
  /** How many there are, if Revento told. */
  expectedRows: number | null;
  /** 0 to 100, rounded down; 100 only when it is completed. Null when nobody knows. */
  percent: number | null;
  /** Seconds that it takes at least from now; null when nobody knows, or nothing is under way. */
  secondsLeft: number | null;
  pages: number;
  startedAt: string | null;
  finishedAt: string | null;
  /** Why it waits, failed or ended, as a word. */
  error: string | null;
  /** Set while it waits for room in the budget, or for Revento to be back. */
  waitingUntil: string | null;
};

type RunRow = {
  id: string;
  kind: SyncKind;
  state: string;
  resource: string | null;
  rows: number;
  expected_rows: number | null;
  pages: number;
  error: string | null;
  started_at: Date | null;
  finished_at: Date | null;
  waiting_until: Date | null;
  scopes: string[];
  held: number;
  now: Date;
};

/**
 * The progress of the latest run of an event, or null before the first. The caller has made sure that
 * whoever asks may see the event.
 */
export async function getSyncProgress(eventId: string): Promise<SyncProgressView | null> {
  return withEventSql(eventId, async (sql) => {
    const found = await sql.query<RunRow>(
      `SELECT r.*, c.scopes, clock_timestamp() AS now, (
         SELECT coalesce(sum(count), 0)::int FROM participant_counts WHERE event_id = $1) AS held
       FROM sync_runs r JOIN connections c ON c.event_id = r.event_id
       WHERE r.event_id = $1 AND NOT (r.is_second AND r.state = 'queued')
       ORDER BY r.created_at DESC, r.id LIMIT 1`,
      [eventId],
    );
    const run = found.rows[0];
    return run ? viewProgress(run, await secondsLeft(sql, eventId, run)) : null;
  });
}

function viewProgress(run: RunRow, secondsLeft: number | null): SyncProgressView {
  const isWaiting = isOpen(run) && run.waiting_until !== null && run.waiting_until > run.now;
  return {
    runId: run.id,
    kind: run.kind,
    state: run.state,
    resource: isOpen(run) ? run.resource : null,
    rows: run.rows,
    isVerifying: run.kind === "sync" && isOpen(run) && run.held > run.rows + PAGE_SIZE,
    expectedRows: run.expected_rows,
    percent: percentOf(run),
    secondsLeft,
    pages: run.pages,
    startedAt: run.started_at?.toISOString() ?? null,
    finishedAt: run.finished_at?.toISOString() ?? null,
    error: run.error,
    waitingUntil: isWaiting ? (run.waiting_until?.toISOString() ?? null) : null,
  };
}

function isOpen({ state }: RunRow): boolean {
  return state === "queued" || state === "running";
}

function percentOf({ state, rows, expected_rows: expected }: RunRow): number | null {
  if (state === "completed") return 100;
  if (expected === null) return null;
  return expected === 0 ? 0 : Math.min(99, Math.floor((rows / expected) * 100));
}

/** The calls that are certainly still to be made, placed into the budget as early as it allows. */
async function secondsLeft(sql: Sql, eventId: string, run: RunRow): Promise<number | null> {
  if (!isOpen(run)) return null;
  const calls = callsLeft(run);
  if (calls === null) return null;
  const { rows } = await sql.query<{ ended_at: Date }>(
    `SELECT least(coalesce(finished_at, expires_at), clock_timestamp()) AS ended_at FROM api_calls
     WHERE event_id = $1 AND holder = 'installation' AND started_at > clock_timestamp() - interval '65 minutes'
     ORDER BY ended_at`,
    [eventId],
  );
  const endedAt = rows.map((row) => row.ended_at.getTime());
  const from = Math.max(run.now.getTime(), run.waiting_until?.getTime() ?? 0);
  const budget = budgetOf("installation", run.kind === "reconcile");
  const end = earliestEnd(endedAt, budget, from, calls);
  return Math.ceil((end - run.now.getTime()) / 1_000);
}

/** At least so many pages are left; null while the number of participants is not known. */
function callsLeft(run: RunRow): number | null {
  const names = resourcesWithin(run.scopes).map(({ name }) => name);
  const ahead = names.slice(Math.max(0, names.indexOf(run.resource as (typeof names)[number])));
  if (!ahead.includes("participants")) return ahead.length;
  if (run.expected_rows === null) return null;
  const rowsLeft = Math.max(0, run.expected_rows - run.rows);
  return ahead.length - 1 + Math.max(1, Math.ceil(rowsLeft / PAGE_SIZE));
}
