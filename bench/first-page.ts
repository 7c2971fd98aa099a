import type pg from "pg";
import { testEnvironment } from "@/e2e/support/test-environment";
import type { Actor } from "@/lib/members/actor";
import { type BareQuery, barePage, barePageWithCounts, bareSearchWithCounts } from "./bare-page";
import { type BenchRun, openBenchDatabase } from "./bench-run";
import { EVENT_ROWS, eventName, fillApplications } from "./fill-applications";
import type { Measure } from "./measure";
import { race } from "./race";
import { median } from "./statistics";

const EVENT = eventName(3);
const TIMES = 200;
/** Searches take ten times as long. */
const SEARCHES = 40;
const WARM_UP_TIMES = 20;

type Question = { status?: string[]; q?: string };
type Page = { name: string; question: Question; bare: BareQuery; bareWithCounts: BareQuery };

const PAGES: Page[] = [
  page("no filter", {}, "status IS NOT NULL", []),
  page("a status", { status: ["pending"] }, "status = $2", ["pending"]),
  page("a search", { q: "kovačević" }, "status IS NOT NULL AND search LIKE $2", ["%kovacevic%"]),
];

function page(name: string, question: Question, condition: string, values: unknown[]): Page {
  const all = [EVENT, ...values];
  const withCounts = question.q ? bareSearchWithCounts : barePageWithCounts;
  return {
    name,
    question,
    bare: barePage(condition, all),
    bareWithCounts: withCounts(condition, all),
  };
}

/**
 * The verb behind the list (session's role, isolation, page, total, facets, view) against the bare SQL
 * of the same page in the same process and pool: 100,000 applications of one event among a million.
 */
export async function firstPage(run: BenchRun): Promise<Measure[]> {
  const database = await openBenchDatabase(run, "bench_applications", { kept: true });
  const { rows } = await fillApplications(database.admin, run.say);
  run.say(`${EVENT_ROWS} applications of the event among ${rows}`);
  Object.assign(process.env, testEnvironment(database.url));
  const { closeDatabase, databasePool } = await import("@/lib/db");
  await run.started.start(async () => {}, closeDatabase);
  // The owner of the tables is bound by the policies too; the bare SQL must not be.
  await run.started.start(
    () => database.admin.query("ALTER ROLE foyer BYPASSRLS"),
    () => database.admin.query("ALTER ROLE foyer NOBYPASSRLS"),
  );
  const actor = await makeOwner();
  const measures: Measure[] = [];
  for (const each of PAGES) {
    measures.push(...(await measurePage(run, databasePool(), actor, each)));
  }
  return measures;
}

async function makeOwner(): Promise<Actor> {
  const [{ createSession }, { grantOwnership }, { withEventSql }] = await Promise.all([
    import("@/lib/members/create-session"),
    import("@/lib/members/grant-ownership"),
    import("@/lib/db"),
  ]);
  const { sessionHash } = await createSession();
  await withEventSql(EVENT, (sql) => grantOwnership(sql, EVENT, sessionHash));
  return { sessionHash };
}

async function measurePage(
  { say, started }: BenchRun,
  pool: pg.Pool,
  actor: Actor,
  { name, question, bare, bareWithCounts }: Page,
): Promise<Measure[]> {
  const { listApplicationsInEvent } = await import("@/lib/participants/list-applications-in-event");
  const verb = () => listApplicationsInEvent(actor, { eventId: EVENT, ...question });
  const view = await verb();
  await requireSameRows(
    pool,
    name,
    view.rows.map((row) => row.participantId),
    [bare, bareWithCounts],
  );
  say(`${name}: ${view.rows.length} rows of ${view.total}`);
  const times = question.q ? SEARCHES : TIMES;
  const measures: Measure[] = [];
  for (const [what, query] of [
    ["page, total, facets", bareWithCounts],
    ["page rows only", bare],
  ] as const) {
    started.interrupted.throwIfAborted();
    const sql = () => pool.query(query);
    await medianTime(verb, WARM_UP_TIMES);
    await medianTime(sql, WARM_UP_TIMES);
    const { ours, theirs, ratio } = await race(
      () => medianTime(verb, times),
      () => medianTime(sql, times),
    );
    measures.push({
      measure: `first page, ${name}: verb against SQL of ${what}`,
      ours: `${ours.toFixed(2)} ms`,
      theirs: `${theirs.toFixed(2)} ms (bare SQL)`,
      ratio,
      // Nobody has counted a search's matches before: rows without their number are another question.
      goal: question.q && query === bare ? null : { atMost: 2 },
    });
  }
  return measures;
}

async function requireSameRows(
  pool: pg.Pool,
  name: string,
  ids: string[],
  queries: BareQuery[],
): Promise<void> {
  for (const query of queries) {
    const { rows } = await pool.query<{ participant_id: string }>(query);
    const bareIds = rows.slice(0, ids.length).map((row) => row.participant_id);
    if (ids.length === 0 || bareIds.join() !== ids.join()) {
      throw new Error(`${name}: the bare SQL answers other rows than the verb`);
    }
  }
}

/** Milliseconds of one call, the median of `times` in a row. */
async function medianTime(work: () => Promise<unknown>, times: number): Promise<number> {
  const durations: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const start = performance.now();
    await work();
    durations.push(performance.now() - start);
  }
  return median(durations);
}
