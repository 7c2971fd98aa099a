import type pg from "pg";
import type { Actor } from "@/lib/members/actor";
import type { ApplicationListView } from "@/lib/participants/participant-view";
import { testEnvironment } from "@/testing/test-environment";
import { type BenchRun, openBenchDatabase } from "./bench-run";
import { measureExport } from "./export-list";
import { type Filling, fillApplications } from "./fill-applications";
import {
  BARE_FACET,
  BARE_PAGE_AFTER,
  BARE_STATUS_COUNTS,
  LIST_BENCH_QUESTIONS,
  type ListBenchQuestion,
} from "./list-questions";
import type { Measure } from "./measure";
import { medianTime } from "./median-time";
import { race } from "./race";

type Size = { small: Filling; large: Filling; depth: number };

const SIZE: Size = {
  small: { eventId: "evt_bench_100k", rows: 100_000 },
  large: { eventId: "evt_bench_1m", rows: 1_000_000 },
  depth: 300_000,
};
/** The least that every question finds something in. */
const SMOKE: Size = {
  small: { eventId: "evt_bench_small", rows: 5_000 },
  large: { eventId: "evt_bench_large", rows: 10_000 },
  depth: 1_000,
};
const WARM_UP_TIMES = 10;
const PAGES = 100;

type World = Size & { run: BenchRun; pool: pg.Pool; actor: Actor };

/**
 * The verbs behind the list (role, isolation, rows, view) against the bare SQL of the same question in
 * the same process and pool, in an event of 100,000 applications and in one of a million.
 */
export async function list(run: BenchRun): Promise<Measure[]> {
  const size = run.isSmoke ? SMOKE : SIZE;
  const fillings = [size.small, size.large];
  const name = run.isSmoke ? "bench_list_smoke" : "bench_list";
  const database = await openBenchDatabase(run, name, { kept: !run.isSmoke });
  await fillApplications(database.admin, fillings, run.say);
  Object.assign(process.env, testEnvironment(database.url));
  const { closeDatabase, databasePool } = await import("@/lib/db");
  await run.started.start(async () => {}, closeDatabase);
  // The owner of the tables is bound by the policies too; the bare SQL must not be.
  await run.started.start(
    () => database.admin.query("ALTER ROLE foyer BYPASSRLS"),
    () => database.admin.query("ALTER ROLE foyer NOBYPASSRLS"),
  );
  const world = { ...size, run, pool: databasePool(), actor: await seatOwner(fillings) };
  const measures: Measure[] = [];
  for (const filling of fillings) {
    for (const question of LIST_BENCH_QUESTIONS) {
      measures.push(await measureQuestion(world, filling, question));
    }
    measures.push(...(await measureCounts(world, filling)));
    measures.push(await measureExport(world, filling));
  }
  measures.push(...(await measureDepth(world)), await measureGrowth(world));
  return measures;
}

async function seatOwner(fillings: readonly Filling[]): Promise<Actor> {
  const [{ createSession }, { grantOwnership }, { withEvent }] = await Promise.all([
    import("@/lib/members/create-session"),
    import("@/lib/members/grant-ownership"),
    import("@/lib/db"),
  ]);
  const { sessionHash } = await createSession();
  for (const { eventId } of fillings) {
    await withEvent(eventId, ({ db }) => grantOwnership(db, eventId, sessionHash));
  }
  return { sessionHash };
}

type Asked = { address?: string; cursor?: string | null; limit?: number };

async function askPage(
  { actor }: World,
  eventId: string,
  asked: Asked,
): Promise<ApplicationListView> {
  const { listApplicationsInEvent } = await import("@/lib/participants/list-applications-in-event");
  return listApplicationsInEvent(actor, { eventId, counts: false, ...asked });
}

async function measureQuestion(
  world: World,
  { eventId, rows }: Filling,
  { name, address, bare, goal, repeats }: ListBenchQuestion,
): Promise<Measure> {
  const { run, pool } = world;
  run.started.interrupted.throwIfAborted();
  const verb = () => askPage(world, eventId, { address });
  const sql = () => pool.query(bare, [eventId]);
  requireSameRows(name, (await verb()).rows, (await sql()).rows);
  await medianTime(verb, Math.min(repeats, WARM_UP_TIMES));
  await medianTime(sql, Math.min(repeats, WARM_UP_TIMES));
  const raced = await race(
    run,
    () => medianTime(verb, repeats),
    () => medianTime(sql, repeats),
  );
  run.say(`${name} of ${inDigits(rows)}: ${inMs(raced.ours)} / ${inMs(raced.theirs)}`);
  return {
    measure: `list of ${inDigits(rows)}: ${name} (≤ ${goal.times} × + ${goal.plusMs} ms)`,
    ours: inMs(raced.ours),
    theirs: `${inMs(raced.theirs)} (bare SQL)`,
    ratio: raced.ratio,
    goal: { atMost: Number((goal.times + goal.plusMs / raced.theirs).toFixed(2)) },
  };
}

/** The statuses from their counters against counting them, and a facet that has to be counted. */
async function measureCounts(
  { run, pool, actor }: World,
  { eventId, rows }: Filling,
): Promise<Measure[]> {
  const { countListInEvent } = await import("@/lib/participants/count-list-in-event");
  const count = (address: string, facets: string[]) =>
    countListInEvent(actor, { eventId, list: "applications", address, facets });
  const size = inDigits(rows);
  const statuses = await race(
    run,
    () => medianTime(() => pool.query(BARE_STATUS_COUNTS, [eventId]), 3),
    () => medianTime(() => count("", ["status"]), 50),
  );
  const facet = await race(
    run,
    () => medianTime(() => count("status=approved", ["answers.favorite_track"]), 3),
    () => medianTime(() => pool.query(BARE_FACET, [eventId]), 3),
  );
  run.say(`statuses of ${size}: counted ${inMs(statuses.ours)}, kept ${inMs(statuses.theirs)}`);
  return [
    {
      measure: `list of ${size}: counting the statuses, against the verb that has them counted`,
      ours: inMs(statuses.ours),
      theirs: inMs(statuses.theirs),
      ratio: statuses.ratio,
      goal: { atLeast: 50 },
    },
    {
      measure: `list of ${size}: how often each answer occurs among the approved`,
      ours: inMs(facet.ours),
      theirs: `${inMs(facet.theirs)} (bare SQL)`,
      ratio: facet.ratio,
      goal: { atMost: Number((1.2 + 0.5 / facet.theirs).toFixed(2)) },
    },
  ];
}

/** The page after 300,000 rows, reached page by page, against the first page and against bare SQL. */
async function measureDepth(world: World): Promise<Measure[]> {
  const { run, pool, depth } = world;
  const { eventId } = world.large;
  run.say(`walking to row ${inDigits(depth)}…`);
  let at = await askPage(world, eventId, { limit: 100 });
  for (let page = 1; page < depth / 100; page += 1) {
    run.started.interrupted.throwIfAborted();
    at = await askPage(world, eventId, { limit: 100, cursor: at.nextCursor });
  }
  const last = at.rows.at(-1);
  const deep = () => askPage(world, eventId, { cursor: at.nextCursor });
  const bare = () => pool.query(BARE_PAGE_AFTER, [eventId, last?.submittedAt, last?.participantId]);
  requireSameRows("deep page", (await deep()).rows, (await bare()).rows);
  const first = () => askPage(world, eventId, {});
  const againstFirst = await race(
    run,
    () => medianTime(deep, PAGES),
    () => medianTime(first, PAGES),
  );
  const againstBare = await race(
    run,
    () => medianTime(deep, PAGES),
    () => medianTime(bare, PAGES),
  );
  return [
    {
      measure: `list of ${inDigits(world.large.rows)}: the page after ${inDigits(depth)} rows, against the first`,
      ours: inMs(againstFirst.ours),
      theirs: inMs(againstFirst.theirs),
      ratio: againstFirst.ratio,
      goal: { atMost: 1.3 },
    },
    {
      measure: "the same, against bare SQL (≤ 1.2 × + 0.5 ms)",
      ours: inMs(againstBare.ours),
      theirs: `${inMs(againstBare.theirs)} (bare SQL)`,
      ratio: againstBare.ratio,
      goal: { atMost: Number((1.2 + 0.5 / againstBare.theirs).toFixed(2)) },
    },
  ];
}

async function measureGrowth(world: World): Promise<Measure> {
  const { run, small, large } = world;
  const firstPageOf = ({ eventId }: Filling) =>
    medianTime(() => askPage(world, eventId, {}), PAGES);
  const { ours, theirs, ratio } = await race(
    run,
    () => firstPageOf(large),
    () => firstPageOf(small),
  );
  return {
    measure: `first page of ${inDigits(large.rows)}, against the first of ${inDigits(small.rows)}`,
    ours: inMs(ours),
    theirs: inMs(theirs),
    ratio,
    goal: { atMost: 1.2 },
  };
}

function requireSameRows(
  name: string,
  rows: { participantId: string }[],
  bare: { participant_id: string }[],
): void {
  const ids = rows.map((row) => row.participantId).join();
  const bareIds = bare.slice(0, rows.length).map((row) => row.participant_id);
  if (ids === "" || ids !== bareIds.join()) {
    throw new Error(`${name}: the bare SQL answers other rows than the verb`);
  }
}

function inDigits(rows: number): string {
  return rows.toLocaleString("en-GB");
}

function inMs(time: number): string {
  return `${time.toFixed(2)} ms`;
}
