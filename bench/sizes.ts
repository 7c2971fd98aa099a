import { connectByHttp } from "@/testing/connect-by-http";
import {
  HOSTILE,
  HOSTILE_PERSON,
  plantActivities,
  plantHistory,
  plantLongAnswers,
  plantWaves,
  signDeliveries,
} from "@/testing/hostile-event";
import { portalCookie } from "@/testing/portal-sign-in";
import { untilMirrored } from "@/testing/until-mirrored";
import { watchBackends, watchMemory } from "@/testing/watch-memory";
import type { BenchRun } from "./bench-run";
import type { Measure } from "./measure";
import { type BenchFoyer, startBenchFoyer } from "./start-bench-foyer";
import { untilSynced } from "./until-synced";

const CALM = "evt_summit";
const ORGANIZER = "usr_ana";
const MIB = 2 ** 20;
const BUDGET = { html: 2 * MIB, json: MIB };
/** Another event is served within this, whatever one event holds. */
const LONGEST_WAIT_MS = 1_000;
/** How many askers go through all answers at once, and how many deliveries are under way at once. */
const AT_ONCE = 2;
const SENT_AT_ONCE = 8;
const SIZE = { changes: 20_000, activities: 20_000, waves: 5_000, long: 200 };
const SMOKE = { changes: 100, activities: 100, waves: 100, long: 5 };

type Asked = { path: string; cookie: string };
type Kind = { name: string; plant: () => Promise<unknown>; asked: Asked[] };

/**
 * What one event can have much of, one kind after the other: its largest answer beside the budget, the memory
 * that it takes, and what another event waits for meanwhile.
 */
export async function sizes(run: BenchRun): Promise<Measure[]> {
  const size = run.isSmoke ? SMOKE : SIZE;
  const foyer = await startBenchFoyer(run, "sizes");
  const organizer = await connectByHttp(foyer, HOSTILE, ORGANIZER);
  await untilSynced(run, foyer, HOSTILE);
  const calm = await connectByHttp(foyer, CALM, ORGANIZER);
  const participant = await portalCookie(foyer, HOSTILE, HOSTILE_PERSON);
  const of = (cookie: string, ...paths: string[]) => paths.map((path) => ({ path, cookie }));
  const kinds: Kind[] = [
    {
      name: "everybody wrote 240,000 characters",
      plant: () => plantLongAnswers(foyer, () => untilMirrored(foyer)),
      asked: [
        ...of(
          organizer,
          `/events/${HOSTILE}/applications`,
          `/events/${HOSTILE}/applications?selected=ptp_harbor_1`,
          `/api/events/${HOSTILE}/applications?limit=100`,
          `/api/events/${HOSTILE}/applications/counts?facet=answers.essay_1&facet=answers.essay_2`,
        ),
        ...of(participant, `/portal/${HOSTILE}/me`),
      ],
    },
    {
      name: `${inDigits(size.changes)} changes of one person`,
      plant: () => plantHistory(foyer, size.changes),
      asked: [
        ...of(
          organizer,
          `/api/events/${HOSTILE}/applications/ptp_harbor_1`,
          `/events/${HOSTILE}/applications?selected=ptp_harbor_1`,
        ),
        ...of(participant, `/portal/${HOSTILE}/me`),
      ],
    },
    {
      name: `${inDigits(size.activities)} activities at one place at one time`,
      plant: () => plantActivities(foyer, size.activities),
      asked: [
        ...of(
          organizer,
          `/events/${HOSTILE}/program`,
          `/events/${HOSTILE}/program?view=timetable`,
          `/api/events/${HOSTILE}/program`,
          `/api/events/${HOSTILE}/insights`,
        ),
        ...of(participant, `/portal/${HOSTILE}/program`, `/api/portal/${HOSTILE}/program`),
      ],
    },
    {
      name: `${inDigits(size.waves)} waves of registration`,
      plant: () => plantWaves(foyer, size.waves),
      asked: of(
        organizer,
        `/events/${HOSTILE}`,
        `/api/events/${HOSTILE}/insights`,
        `/api/events/${HOSTILE}/applications/counts?facet=wave`,
      ),
    },
  ];
  const idle = Math.max(...(await timesOf(foyer, calm, 20)));
  run.say(`another event, with nobody beside: ${idle.toFixed(0)} ms at the most`);
  const measures: Measure[] = [];
  for (const { name, plant, asked } of kinds) {
    run.say(name);
    await plant();
    let share = 0;
    const waits = await whileOthersAsk(foyer, calm, async () => {
      const askers = Array.from({ length: AT_ONCE }, async () => {
        for (const each of asked) share = Math.max(share, await shareOfBudget(foyer, each));
      });
      await Promise.all(askers);
    });
    measures.push(measureOf({ name, share, ...waits }));
  }
  const deliveries = signDeliveries(foyer, size.long);
  const name = `${deliveries.length} deliveries of about 1 MB`;
  run.say(name);
  const waits = await whileOthersAsk(foyer, calm, async () => {
    const lanes = Array.from({ length: SENT_AT_ONCE }, async () => {
      for (let next = deliveries.pop(); next; next = deliveries.pop()) {
        const body = Uint8Array.from(next.body);
        const url = `${foyer.appUrl}/api/webhooks/revento`;
        await fetch(url, { method: "POST", headers: next.headers, body });
      }
    });
    await Promise.all(lanes);
    await untilMirrored(foyer);
  });
  const share = await shareOfBudget(foyer, {
    path: `/api/events/${HOSTILE}/applications?limit=100`,
    cookie: organizer,
  });
  return [...measures, measureOf({ name, share, ...waits })];
}

type Loaded = { longestMs: number; webMib: number | null; backendMib: number | null };

function measureOf({
  name,
  share,
  longestMs,
  webMib,
  backendMib,
}: Loaded & { name: string; share: number }): Measure {
  const grown = `web + ${webMib?.toFixed(0) ?? "?"} MB, a backend ${backendMib?.toFixed(0) ?? "?"} MB`;
  return {
    measure: name,
    ours: `${(share * 100).toFixed(0)} % of the budget; others wait ${longestMs.toFixed(0)} ms; ${grown}`,
    theirs: `2 MB of HTML, 1 MB of JSON; others ${LONGEST_WAIT_MS} ms`,
    ratio: share,
    goal: { atMost: 1 },
    holds: longestMs <= LONGEST_WAIT_MS,
  };
}

/** How much of the budget an answer takes. */
async function shareOfBudget({ appUrl }: BenchFoyer, { path, cookie }: Asked): Promise<number> {
  const answer = await fetch(appUrl + path, { headers: { cookie } });
  const { byteLength } = await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
  return byteLength / (path.startsWith("/api/") ? BUDGET.json : BUDGET.html);
}

/** What the organizer of another event waits for while `work` goes on, and the memory that it takes. */
async function whileOthersAsk(
  foyer: BenchFoyer,
  cookie: string,
  work: () => Promise<void>,
): Promise<Loaded> {
  const webMib = watchMemory(foyer.parts.web.pid);
  const backendMib = watchBackends(foyer.database);
  const waits: number[] = [];
  let isOver = false;
  const watching = (async () => {
    do waits.push(...(await timesOf(foyer, cookie, 1)));
    while (!isOver);
  })();
  try {
    await work();
  } finally {
    isOver = true;
    await watching;
  }
  return { longestMs: Math.max(...waits), webMib: webMib(), backendMib: await backendMib() };
}

async function timesOf({ appUrl }: BenchFoyer, cookie: string, times: number): Promise<number[]> {
  const waits: number[] = [];
  for (let time = 0; time < times; time += 1) {
    for (const path of ["overview", "applications"]) {
      const since = performance.now();
      const answer = await fetch(`${appUrl}/api/events/${CALM}/${path}`, { headers: { cookie } });
      await answer.arrayBuffer();
      if (answer.status !== 200) throw new Error(`another event was answered ${answer.status}`);
      waits.push(performance.now() - since);
    }
  }
  return waits;
}

function inDigits(count: number): string {
  return count.toLocaleString("en-GB");
}
