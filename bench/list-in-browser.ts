import type { Browser } from "@playwright/test";
import { connectByHttp } from "@/testing/connect-by-http";
import { plantSeatsToo } from "@/testing/plant-seat";
import type { BenchRun } from "./bench-run";
import { loadScripts, paintLargest, type Session } from "./cold-load";
import { startEmptyPage } from "./empty-page";
import { fillApplications } from "./fill-applications";
import { launchBrowser } from "./launch-browser";
import type { Measure } from "./measure";
import { race } from "./race";
import { startBenchFoyer } from "./start-bench-foyer";
import { median, percentile } from "./statistics";
import { untilSynced } from "./until-synced";
import { walkThroughList } from "./walk-through-list";

const CONNECTED = "evt_harbor";
const ORGANIZER = "usr_ana";
const LARGE = "evt_bench_100k";
const ROWS = 100_000;
const SMOKE_ROWS = 2_000;
const SLOWER = 4;
/** That a bench runs shows at full speed as well. */
const slowerIn = ({ isSmoke }: BenchRun) => (isSmoke ? 1 : SLOWER);
const TIMES = 5;
const SMOKE_TIMES = 1;
const SCRIPTS_AT_MOST = 2;
const PAINT_BOUND_MS = 2_500;
const INTERACTION_BOUND_MS = 200;
const SHIFT_BOUND = 0.1;

/**
 * The list of 100,000 applications in a browser whose processor is four times as slow: its scripts
 * against those of an empty page, its largest paint, and what somebody feels who searches, filters,
 * scrolls and opens.
 */
export async function listInBrowser(run: BenchRun): Promise<Measure[]> {
  const emptyUrl = await startEmptyPage(run);
  const foyer = await startBenchFoyer(run, "list-in-browser");
  const cookie = await connectByHttp(foyer, CONNECTED, ORGANIZER);
  await untilSynced(run, foyer, CONNECTED);
  await fillApplications(
    foyer.database,
    [{ eventId: LARGE, rows: run.isSmoke ? SMOKE_ROWS : ROWS }],
    run.say,
  );
  await plantSeatsToo(foyer.database, CONNECTED, LARGE);
  const [name = "", value = ""] = cookie.split("=");
  const url = `${foyer.appUrl}/events/${LARGE}/applications`;
  const browser = await launchBrowser(run);
  const session = { name, value };
  return [
    await weighScripts(run, browser, { url, emptyUrl, session }),
    await timePaint(run, browser, url, session),
    ...(await timeUse(run, browser, url, session)),
  ];
}

type Pages = { url: string; emptyUrl: string; session: Session };

async function weighScripts(
  run: BenchRun,
  browser: Browser,
  { url, emptyUrl, session }: Pages,
): Promise<Measure> {
  const { ours, theirs, ratio } = await race(
    run,
    async () => (await loadScripts(browser, url, session)).bytes,
    async () => (await loadScripts(browser, emptyUrl)).bytes,
  );
  return {
    measure: "list of 100,000: scripts after gzip",
    ours: `${(ours / 1_024).toFixed(1)} KiB`,
    theirs: `${(theirs / 1_024).toFixed(1)} KiB (empty page)`,
    ratio,
    goal: { atMost: SCRIPTS_AT_MOST },
  };
}

const timesOf = ({ isSmoke }: BenchRun) => (isSmoke ? SMOKE_TIMES : TIMES);

async function timePaint(
  run: BenchRun,
  browser: Browser,
  url: string,
  session: Session,
): Promise<Measure> {
  const paints: number[] = [];
  // The first load warms the server, which is not what is measured.
  for (let load = 0; load <= timesOf(run); load += 1) {
    run.started.interrupted.throwIfAborted();
    const paint = await paintLargest(browser, url, slowerIn(run), session);
    if (load > 0) paints.push(paint);
  }
  return bounded("largest paint", paints, PAINT_BOUND_MS, " ms");
}

async function timeUse(
  run: BenchRun,
  browser: Browser,
  url: string,
  session: Session,
): Promise<Measure[]> {
  const interactions: number[] = [];
  const shifts: number[] = [];
  for (let time = 0; time < timesOf(run); time += 1) {
    run.started.interrupted.throwIfAborted();
    const felt = await walkThroughList(browser, url, session, slowerIn(run));
    interactions.push(felt.longestInteractionMs);
    shifts.push(felt.layoutShift);
    run.say(`slowest: ${felt.slowest}`);
  }
  return [
    bounded("longest interaction (INP)", interactions, INTERACTION_BOUND_MS, " ms"),
    bounded("layout shift (CLS)", shifts, SHIFT_BOUND, ""),
  ];
}

function bounded(what: string, values: number[], bound: number, unit: string): Measure {
  const middle = median(values);
  const digits = unit === "" ? 3 : 0;
  return {
    measure: `list of 100,000, processor ${SLOWER} × slower: ${what}`,
    ours: `${middle.toFixed(digits)}${unit} (most ${percentile(values, 1).toFixed(digits)})`,
    theirs: `${bound}${unit} (bound)`,
    ratio: middle / bound,
    goal: { atMost: 1 },
  };
}
