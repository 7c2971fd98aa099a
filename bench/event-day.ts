import { setTimeout as sleep } from "node:timers/promises";
import type { PortalProgramView } from "@/lib/portal/portal-program-view";
import { connectByHttp } from "@/testing/connect-by-http";
import { HttpBrowser } from "@/testing/http-browser";
import { decideSignIn, startSignIn } from "@/testing/portal-sign-in";
import { secondMember } from "@/testing/second-member";
import { makeEnvelope } from "@/testing/signed-delivery";
import type { BenchRun } from "./bench-run";
import { cpuSeconds } from "./cpu-seconds";
import { deliverTo } from "./deliver-to";
import type { Measure } from "./measure";
import { besideNeighbour, type Waits } from "./neighbour";
import { pageCosts } from "./page-cost";
import { type Planted, plantEventDay } from "./plant-event-day";
import { openPortalPage, type PortalPage, type Rendered } from "./portal-page";
import { type BenchFoyer, startBenchFoyer } from "./start-bench-foyer";
import { percentile } from "./statistics";
import { writeFigures } from "./write-figures";

const EVENT = "evt_bench_day";
const NEIGHBOUR = "evt_bench_beside";
/** Known to the sandbox: people sign in to it. */
const SIGN_INS = "evt_harbor";
const ACTIVITIES = 120;
const FULL = {
  pages: 3_000,
  opensASecond: 150,
  burstS: 15,
  signIns: 1_000,
  slowSignIns: 120,
  windowS: 10,
  pageLoads: 1_200,
};
const SMOKE = {
  pages: 30,
  opensASecond: 150,
  burstS: 1,
  signIns: 4,
  slowSignIns: 2,
  windowS: 0.5,
  pageLoads: 8,
};
const SIGN_INS_A_SECOND = 1_000 / 120;
/** Of ten pages so many show the program; the others show the person's application. */
const OF_TEN_SHOW_PROGRAM = 7;
/** While everybody looks up at once, a revocation comes so much later. */
const REVOKED_AFTER_MS = 500;

const REVENTO_TAKES_MS = 2_000;

const BOUND = { movedMs: 10_000, revokedMs: 1_000, signInMs: 2_000, liveMs: 10_000, neighbour: 3 };

type Day = {
  foyer: BenchFoyer;
  run: BenchRun;
  size: typeof FULL;
  pages: PortalPage[];
  waiting: PortalPage[];
  questions: { url: string; cookie: string }[];
  idle: Waits;
};

/**
 * An event of 3,000 people whose portal is open, beside one of 50: everybody comes at once, an activity moves, sign-ups
 * open, people sign in, the web process is started anew. What each of them takes, what a revocation takes meanwhile,
 * and what somebody of the other event waits for, as a multiple of what they wait for at rest.
 */
export async function eventDay(run: BenchRun): Promise<Measure[]> {
  const size = run.isSmoke ? SMOKE : FULL;
  const foyer = await startBenchFoyer(run, "event-day");
  const people = await plantEventDay(foyer, EVENT, size.pages, ACTIVITIES);
  const questions = await askNeighbour(foyer);
  await connectByHttp(foyer, SIGN_INS, "usr_ana");
  await besideNeighbour(questions, () => sleep(1_000));
  const { waits: idle } = await besideNeighbour(questions, () => sleep(size.windowS * 1_000));
  const day: Day = { foyer, run, size, pages: [], waiting: [], questions, idle };
  run.say(`at rest the neighbour waits ${idle.p95.toFixed(1)} ms (p95)`);
  try {
    const measures = [
      ...(await pageCosts(foyer, EVENT, people[0]?.cookie ?? "", size.pageLoads)),
      ...(await everybodyComes(day, people)),
      ...(await activityMoves(day)),
      ...(await signUpsOpen(day)),
      ...(await peopleSignIn(day)),
      ...(await peopleSignInSlowly(day)),
      ...(await webStartsAnew(day)),
      ...answers(day),
    ];
    if (!run.isSmoke) await writeFigures("event-day", measures);
    return measures;
  } finally {
    for (const page of day.pages) page.leave();
  }
}

async function askNeighbour(foyer: BenchFoyer): Promise<Day["questions"]> {
  const [person] = await plantEventDay(foyer, NEIGHBOUR, 50, ACTIVITIES);
  const { name, value } = await secondMember(foyer, NEIGHBOUR, "viewer");
  const portal = `${foyer.appUrl}/api/portal/${NEIGHBOUR}`;
  return [
    { url: `${foyer.appUrl}/api/events/${NEIGHBOUR}/overview`, cookie: `${name}=${value}` },
    { url: portal, cookie: person?.cookie ?? "" },
    { url: `${portal}/me`, cookie: person?.cookie ?? "" },
  ];
}

async function everybodyComes(day: Day, people: readonly Planted[]): Promise<Measure[]> {
  const { foyer, size, pages, questions } = day;
  const [first] = people;
  if (!first) throw new Error("nobody came");
  const rendered = await renderedFor(foyer, first);
  const { done: lastMs, waits } = await besideNeighbour(questions, async () => {
    const begunAt = performance.now();
    const opened = people.map(async (person, n) => {
      await sleep((n / size.opensASecond) * 1_000);
      const shows = n % 10 < OF_TEN_SHOW_PROGRAM ? "program" : "me";
      const address = { appUrl: foyer.appUrl, eventId: EVENT, cookie: person.cookie };
      const page = await openPortalPage(address, person.userId, rendered, shows);
      pages.push(page);
    });
    await Promise.all(opened);
    const offeredMs = (people.length / size.opensASecond) * 1_000;
    await until(() => pages.every(({ isLive }) => isLive), 30_000);
    return performance.now() - begunAt - offeredMs;
  });
  const live = pages.filter(({ isLive }) => isLive).length;
  day.waiting = [...pages].reverse();
  const what = `${size.pages} pages open at ${size.opensASecond}/s`;
  return [
    bound(`${what}: without a place`, size.pages - live, 0.5, "pages"),
    bound(`${what}: the last is live after the last has come`, lastMs, BOUND.liveMs, "ms"),
    beside(day, what, waits),
  ];
}

async function renderedFor({ appUrl }: BenchFoyer, { cookie }: Planted): Promise<Rendered> {
  const read = async (path: string) =>
    (await fetch(`${appUrl}/api/portal/${EVENT}${path}`, { headers: { cookie } })).json();
  return {
    entry: await read(""),
    program: await read("/program"),
    me: await read("/me"),
  } as Rendered;
}

async function activityMoves(day: Day): Promise<Measure[]> {
  const { foyer, pages, questions } = day;
  const title = "Moved to the attic";
  const before = requestsOf(pages);
  const begunAt = performance.now();
  const heard = watchProgram(pages, ({ activities }) =>
    activities.some((each) => each.title === title),
  );
  const { done: revokedMs, waits } = await besideNeighbour(questions, async () => {
    heard.begin();
    const moved = deliverTo(foyer, activityEnvelope(1, { title }));
    await sleep(REVOKED_AFTER_MS);
    const revoked = await revoke(day);
    await moved;
    await until(() => heard.missing() === 0, 30_000);
    await sleep(Math.max(0, begunAt + day.size.windowS * 1_000 - performance.now()));
    return revoked;
  });
  const what = "an activity moves";
  day.run.say(
    `${what}: ${requestsOf(pages) - before} requests, ${heard.missing()} pages without it`,
  );
  return [
    bound(
      `${what}: on every page that shows the program`,
      heard.missing() === 0 ? heard.lastMs() : Number.POSITIVE_INFINITY,
      BOUND.movedMs,
      "ms",
    ),
    bound(`${what}: a revocation meanwhile`, revokedMs, BOUND.revokedMs, "ms"),
    beside(day, what, waits),
  ];
}

/** 120 capacities twice a second. */
async function signUpsOpen(day: Day): Promise<Measure[]> {
  const { foyer, pages, questions, size } = day;
  const before = requestsOf(pages);
  const cpuBefore = cpuSeconds(foyer.parts.web.pid);
  let refused = 0;
  const countRefused = () => {
    refused += 1;
  };
  let sent = 0;
  const last = 90 + Math.round(size.burstS * 2);
  const heard = watchProgram(pages, ({ activities }) =>
    activities.every(({ signedUpCount }) => signedUpCount === last),
  );
  const begunAt = performance.now();
  const { done: revokedMs, waits } = await besideNeighbour(questions, async () => {
    const sending: Promise<void>[] = [];
    let revoked: Promise<number> | undefined;
    for (let count = 91; count <= last; count += 1) {
      if (count === last) heard.begin();
      for (let n = 1; n <= ACTIVITIES; n += 1) {
        sent += 1;
        const counts = { signed_up_count: count, capacity_state: count >= 100 ? "full" : "open" };
        const envelope = activityEnvelope(n, counts, "activity.capacity_state_changed");
        sending.push(deliverTo(foyer, envelope).catch(countRefused));
      }
      if (count === 93) revoked = revoke(day);
      await sleep(Math.max(0, begunAt + (count - 90) * 500 - performance.now()));
    }
    await Promise.all(sending);
    await until(() => heard.missing() === 0, 60_000);
    return (await revoked) ?? Number.NaN;
  });
  const tookS = (performance.now() - begunAt) / 1_000;
  const cpu = ((cpuSeconds(foyer.parts.web.pid) ?? Number.NaN) - (cpuBefore ?? 0)) / tookS;
  const what = `sign-ups open (${ACTIVITIES} capacities twice a second)`;
  day.run.say(
    `${what}: ${sent} deliveries, ${refused} refused, ${requestsOf(pages) - before} requests, ${cpu.toFixed(2)} core, ${heard.missing()} pages without the last`,
  );
  return [
    bound(`${what}: deliveries refused`, refused, 0.5, ""),
    bound(
      `${what}: the last count on every page`,
      heard.missing() === 0 ? heard.lastMs() : Number.POSITIVE_INFINITY,
      BOUND.movedMs,
      "ms",
    ),
    bound(`${what}: a revocation meanwhile`, revokedMs, BOUND.revokedMs, "ms"),
    beside(day, what, waits),
  ];
}

async function peopleSignIn(day: Day): Promise<Measure[]> {
  const what = `${day.size.signIns} sign-ins at ${SIGN_INS_A_SECOND.toFixed(1)}/s`;
  const { tookMs, missing, revokedMs, waits } = await signAllIn(day, day.size.signIns);
  return [
    bound(`${what}: not in`, missing, 0.5, ""),
    bound(`${what}: callback, p95`, percentile(tookMs, 0.95), BOUND.signInMs, "ms"),
    bound(`${what}: a revocation meanwhile`, revokedMs, BOUND.revokedMs, "ms"),
    beside(day, what, waits),
  ];
}

/** Whoever waits for Revento keeps nobody else waiting. */
async function peopleSignInSlowly(day: Day): Promise<Measure[]> {
  const { foyer, size } = day;
  const slow = {
    target: "request",
    path: "/oauth/token",
    kind: "delay",
    delay_ms: REVENTO_TAKES_MS,
  };
  await foyer.control("faults", { ...slow, times: size.slowSignIns });
  const { missing, revokedMs, waits } = await signAllIn(day, size.slowSignIns);
  const what = `${size.slowSignIns} sign-ins while Revento takes ${REVENTO_TAKES_MS / 1_000} s for each`;
  return [
    bound(`${what}: not in`, missing, 0.5, ""),
    bound(`${what}: a revocation meanwhile`, revokedMs, BOUND.revokedMs, "ms"),
    beside(day, what, waits),
  ];
}

async function signAllIn(day: Day, count: number) {
  const { foyer, questions, run } = day;
  await foyer.control("act", {
    action: "add_applications",
    event_id: SIGN_INS,
    count,
    silent: true,
  });
  const { data } = (await foyer.control(`participants?event_id=${SIGN_INS}`)) as {
    data: { user_id: string }[];
  };
  const users = data.slice(-count).map(({ user_id: id }) => id);
  const tookMs: number[] = [];
  const { done: revokedMs, waits } = await besideNeighbour(questions, async () => {
    const signing = users.map(async (userId, n) => {
      await sleep((n / SIGN_INS_A_SECOND) * 1_000);
      tookMs.push(await signIn(foyer, userId));
    });
    const settled = Promise.allSettled(signing);
    await sleep(REVOKED_AFTER_MS);
    const revoked = await revoke(day);
    for (const one of await settled) if (one.status === "rejected") run.say(String(one.reason));
    return revoked;
  });
  return { tookMs, missing: count - tookMs.length, revokedMs, waits };
}

/** Answers how long the callback took, in ms, with the pages in between that ask again by themselves. */
async function signIn(foyer: BenchFoyer, userId: string): Promise<number> {
  const browser = new HttpBrowser(foyer.appUrl);
  const authorizeUrl = await startSignIn(browser, SIGN_INS);
  const callback = await decideSignIn(foyer, authorizeUrl, userId);
  const askedAt = performance.now();
  let answer = await browser.ask(callback);
  while (answer.headers.has("refresh") && performance.now() - askedAt < 60_000) {
    await sleep(2_000);
    answer = await browser.ask(callback);
  }
  if (answer.status !== 302) throw new Error(`a callback was answered ${answer.status}`);
  return performance.now() - askedAt;
}

async function webStartsAnew(day: Day): Promise<Measure[]> {
  const { foyer, pages } = day;
  const open = pages.filter(({ signedOutAt }) => signedOutAt === null);
  const before = requestsOf(pages);
  await foyer.parts.web.stop();
  await until(() => open.every(({ isLive }) => !isLive), 15_000);
  const begunAt = performance.now();
  foyer.parts.web = await foyer.startAgain("web");
  const readyMs = performance.now() - begunAt;
  await until(() => open.every(({ isLive }) => isLive), 30_000);
  const tookMs = performance.now() - begunAt;
  const what = "the web process starts anew";
  day.run.say(
    `${what}: ready after ${readyMs.toFixed(0)} ms, ${requestsOf(pages) - before} requests`,
  );
  const isAll = open.every(({ isLive }) => isLive);
  return [
    bound(
      `${what}: every page is live`,
      isAll ? tookMs : Number.POSITIVE_INFINITY,
      BOUND.liveMs,
      "ms",
    ),
  ];
}

/** Whatever pages asked, nobody was answered 500. */
function answers({ pages, run }: Day): Measure[] {
  const counts = new Map<number, number>();
  for (const status of pages.flatMap(({ statuses }) => statuses)) {
    counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  run.say(`pages were answered ${JSON.stringify(Object.fromEntries(counts))}`);
  const broken = [...counts].filter(([status]) => status >= 500 && status !== 503);
  const sum = broken.reduce((total, [, count]) => total + count, 0);
  return [bound("all of it: requests of pages answered 500", sum, 0.5, "")];
}

/** Takes one person's access back, and answers after how long their page was told. */
async function revoke({ foyer, waiting }: Day): Promise<number> {
  const page = waiting.pop();
  if (!page) throw new Error("nobody is left");
  const sentAt = performance.now();
  await deliverTo(
    foyer,
    makeEnvelope({
      type: "user.revoked_access",
      event_id: EVENT,
      organization_id: "org_bench",
      data: { user_id: page.userId },
    }),
  );
  await until(() => page.signedOutAt !== null, 60_000);
  return (page.signedOutAt ?? Number.POSITIVE_INFINITY) - sentAt;
}

function activityEnvelope(n: number, more: object, type = "activity.updated") {
  const at = new Date().toISOString();
  const known = {
    id: `act_${n}`,
    title: `Activity ${n}`,
    status: "scheduled",
    capacity: 100,
    updated_at: at,
  };
  return makeEnvelope({
    type,
    event_id: EVENT,
    organization_id: "org_bench",
    occurred_at: at,
    data: { ...known, ...more },
  });
}

/** Notes when each page that shows the program shows what is waited for. */
function watchProgram(pages: readonly PortalPage[], isIt: (program: PortalProgramView) => boolean) {
  const missing = new Set(
    pages.filter((page, n) => n % 10 < OF_TEN_SHOW_PROGRAM && page.signedOutAt === null),
  );
  let begunAt = performance.now();
  let lastMs = 0;
  for (const page of missing) {
    page.onProgram((program) => {
      if (!missing.has(page) || !isIt(program)) return;
      missing.delete(page);
      lastMs = performance.now() - begunAt;
    });
  }
  const waitsFor = () => [...missing].filter(({ signedOutAt }) => signedOutAt === null).length;
  return {
    begin: () => {
      begunAt = performance.now();
    },
    missing: waitsFor,
    lastMs: () => lastMs,
  };
}

function requestsOf(pages: readonly PortalPage[]): number {
  return pages.reduce((sum, { statuses }) => sum + statuses.length, 0);
}

async function until(isSo: () => boolean, withinMs: number): Promise<void> {
  const end = performance.now() + withinMs;
  while (!isSo() && performance.now() < end) await sleep(20);
}

function bound(measure: string, value: number, most: number, unit: string): Measure {
  const shown = Number.isFinite(value) ? value.toFixed(0) : "never";
  return {
    measure,
    ours: `${shown} ${unit}`.trim(),
    theirs: most < 1 ? "none" : `${most} ${unit} (bound)`,
    ratio: Number.isFinite(value) ? value / most : 999,
    goal: { atMost: 1 },
  };
}

/** What somebody of another event waits for meanwhile, over what they wait for at rest. */
function beside({ idle }: Day, what: string, waits: Waits): Measure {
  return {
    measure: `${what}: another event, p95 (at most ${waits.most.toFixed(0)} ms, ${waits.count} asked)`,
    ours: `${waits.p95.toFixed(1)} ms`,
    theirs: `${idle.p95.toFixed(1)} ms at rest`,
    ratio: waits.p95 / idle.p95,
    goal: { atMost: BOUND.neighbour },
    holds: waits.broken === 0,
  };
}
