import type { Browser } from "@playwright/test";
import { connectByHttp } from "@/testing/connect-by-http";
import { portalCookie } from "@/testing/portal-sign-in";
import type { BenchRun } from "./bench-run";
import { loadScripts, paintLargest, type Scripts, type Session } from "./cold-load";
import { startEmptyPage } from "./empty-page";
import { launchBrowser } from "./launch-browser";
import type { Measure } from "./measure";
import { race } from "./race";
import { startBenchFoyer } from "./start-bench-foyer";
import { median, percentile } from "./statistics";
import { untilSynced } from "./until-synced";

const EVENT = "evt_harbor";
const ORGANIZER = "usr_ana";
const PARTICIPANT = "usr_p_harbor_1";
const SCRIPTS_AT_MOST = 1.5;
const SLOWER = 4;
const slowerIn = ({ isSmoke }: BenchRun) => (isSmoke ? 1 : SLOWER);
const LOADS = 7;
const PAINT_BOUND_MS = 2_500;

/**
 * What a participant pays for the door of a portal, signed out: its scripts against those of an empty
 * page of the same Next, and its largest paint on a processor that is four times as slow.
 */
export async function portalFirstPage(run: BenchRun): Promise<Measure[]> {
  const emptyUrl = await startEmptyPage(run);
  const foyer = await startBenchFoyer(run, "portal-first-page");
  await connectByHttp(foyer, EVENT, ORGANIZER);
  await untilSynced(run, foyer, EVENT);
  const [name = "", value = ""] = (await portalCookie(foyer, EVENT, PARTICIPANT)).split("=");
  const portalUrl = `${foyer.appUrl}/portal/${EVENT}`;
  const browser = await launchBrowser(run);
  return [
    ...(await weighScripts(run, browser, { portalUrl, emptyUrl, session: { name, value } })),
    await timePaint(run, browser, portalUrl),
  ];
}

type Pages = { portalUrl: string; emptyUrl: string; session: Session };

async function weighScripts(
  run: BenchRun,
  browser: Browser,
  { portalUrl, emptyUrl, session }: Pages,
): Promise<Measure[]> {
  const weigh = async (name: string, url: string, as?: Session) => {
    run.started.interrupted.throwIfAborted();
    const scripts = await loadScripts(browser, url, as);
    run.say(`${name.padEnd(9)}: ${kibibytes(scripts.bytes)} in ${scripts.files} scripts`);
    return requireSome(scripts).bytes;
  };
  const { ours, theirs, ratio } = await race(
    run,
    () => weigh("portal", portalUrl),
    () => weigh("empty", emptyUrl),
  );
  const signedIn = await weigh("signed in", portalUrl, session);
  const bound = `${kibibytes(theirs)} (empty page)`;
  return [
    {
      measure: "portal's first page: scripts after gzip, signed out",
      ours: kibibytes(ours),
      theirs: bound,
      ratio,
      goal: { atMost: SCRIPTS_AT_MOST },
    },
    {
      measure: "the same, signed in: the application, live",
      ours: kibibytes(signedIn),
      theirs: bound,
      ratio: signedIn / theirs,
      goal: { atMost: SCRIPTS_AT_MOST },
    },
  ];
}

async function timePaint(run: BenchRun, browser: Browser, url: string): Promise<Measure> {
  const paints: number[] = [];
  // The first load warms the server, which is not what is measured.
  for (let load = 0; load <= (run.isSmoke ? 1 : LOADS); load += 1) {
    run.started.interrupted.throwIfAborted();
    const paint = await paintLargest(browser, url, slowerIn(run));
    if (load > 0) paints.push(paint);
  }
  const paint = median(paints);
  run.say(`largest paint: ${paints.map((each) => Math.round(each)).join(", ")} ms`);
  return {
    measure: `portal's first page: largest paint, processor ${SLOWER} × slower`,
    ours: `${Math.round(paint)} ms (longest ${Math.round(percentile(paints, 1))})`,
    theirs: `${PAINT_BOUND_MS} ms (bound)`,
    ratio: paint / PAINT_BOUND_MS,
    goal: { atMost: 1 },
  };
}

function requireSome(scripts: Scripts): Scripts {
  if (scripts.bytes > 0) return scripts;
  throw new Error("a page without scripts: it was not the page that was meant");
}

function kibibytes(bytes: number): string {
  return `${(bytes / 1_024).toFixed(1)} KiB`;
}
