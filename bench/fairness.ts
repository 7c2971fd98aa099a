import { connectByHttp } from "@/testing/connect-by-http";
import { plantSeatsToo } from "@/testing/plant-seat";
import type { BenchRun } from "./bench-run";
import { fillApplications } from "./fill-applications";
import type { Measure } from "./measure";
import { type BenchFoyer, startBenchFoyer } from "./start-bench-foyer";
import { percentile } from "./statistics";
import { untilSynced } from "./until-synced";

const CALM = "evt_harbor";
const ORGANIZER = "usr_ana";
const BUSY = "evt_bench_busy";
const ROWS = 2_000;
/** Organizers of the busy event who ask at the same time, and how heavily: four filters of fifty values each. */
const ASKING = 24;
const FILTERS = 4;
const VALUES = 50;
const SIZE = { looks: 300 };
const SMOKE = { looks: 3 };
const MOST_TIMES_IDLE = 3;

/**
 * What another event's organizer waits for while 24 organizers of one event ask their list the heaviest
 * questions it understands, without a pause.
 */
export async function fairness(run: BenchRun): Promise<Measure[]> {
  const foyer = await startBenchFoyer(run, "fairness");
  const calm = await connectByHttp(foyer, CALM, ORGANIZER);
  await untilSynced(run, foyer, CALM);
  await fillApplications(foyer.database, [{ eventId: BUSY, rows: ROWS }], run.say);
  const busy = await seatMany(foyer, run.isSmoke ? 2 : ASKING);
  const { looks } = run.isSmoke ? SMOKE : SIZE;
  const overview = { path: `/api/events/${CALM}/overview`, cookie: calm };
  await look(foyer, overview, 5);
  const idle = await look(foyer, overview, looks);
  run.say(`idle: p95 ${percentile(idle.waits, 0.95).toFixed(0)} ms`);

  let isOver = false;
  const answers: Record<number, number> = {};
  const asking = busy.map(async (cookie, at) => {
    while (!isOver) {
      const { status } = await ask(foyer, { path: heavyQuestion(at), cookie });
      answers[status] = (answers[status] ?? 0) + 1;
    }
  });
  const loaded = await look(foyer, overview, looks).finally(() => {
    isOver = true;
  });
  await Promise.all(asking);
  run.say(`the busy event was answered ${JSON.stringify(answers)}`);
  const [before, after] = [idle, loaded].map(({ waits }) => percentile(waits, 0.95));
  return [
    {
      measure: `another event's overview beside ${busy.length} × the heaviest list, p95`,
      ours: `${after?.toFixed(0)} ms`,
      theirs: `${before?.toFixed(0)} ms (idle)`,
      ratio: (after ?? Number.NaN) / (before ?? Number.NaN),
      goal: { atMost: MOST_TIMES_IDLE },
      holds: loaded.failed === 0 && answers[500] === undefined,
    },
  ];
}

type Question = { path: string; cookie: string };

async function ask(
  { appUrl }: BenchFoyer,
  { path, cookie }: Question,
): Promise<{ status: number; ms: number }> {
  const since = performance.now();
  const answer = await fetch(appUrl + path, { headers: { cookie } });
  await answer.arrayBuffer();
  return { status: answer.status, ms: performance.now() - since };
}

async function look(
  foyer: BenchFoyer,
  question: Question,
  times: number,
): Promise<{ waits: number[]; failed: number }> {
  const waits: number[] = [];
  let failed = 0;
  for (let time = 0; time < times; time += 1) {
    const { status, ms } = await ask(foyer, question);
    waits.push(ms);
    if (status !== 200) failed += 1;
  }
  return { waits, failed };
}

/** Filters that no index answers, of texts that nobody wrote. */
function heavyQuestion(at: number): string {
  const search = new URLSearchParams({ sort: "answers.track,name" });
  for (let filter = 0; filter < FILTERS; filter += 1) {
    const values = Array.from({ length: VALUES }, (_, n) => `nobody${at}wrote${filter}this${n}`);
    search.append("f", `answers.field_${filter}:lacks:${values.join(",")}`);
  }
  return `/api/events/${BUSY}/applications?${search}`;
}

/** Sessions with a seat in the busy event. */
async function seatMany(foyer: BenchFoyer, count: number): Promise<string[]> {
  const cookies: string[] = [];
  for (let at = 0; at < count; at += 1) {
    const cookie = await connectByHttp(foyer, CALM, ORGANIZER);
    cookies.push(cookie);
  }
  await plantSeatsToo(foyer.database, CALM, BUSY);
  return cookies;
}
