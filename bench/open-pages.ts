import { setTimeout as sleep } from "node:timers/promises";
import { showOnScreen } from "@/components/live/on-screen";
import { eventQueries } from "@/components/queries/event-queries";
import { secondMember } from "@/testing/second-member";
import { makeEnvelope } from "@/testing/signed-delivery";
import type { BenchRun } from "./bench-run";
import { cpuSeconds } from "./cpu-seconds";
import { deliverTo } from "./deliver-to";
import { fillApplications } from "./fill-applications";
import type { Measure } from "./measure";
import { openSimulatedPage, type SimulatedPage } from "./simulated-page";
import { type BenchFoyer, startBenchFoyer } from "./start-bench-foyer";
import { percentile } from "./statistics";

const EVENT = "evt_bench_pages";
const ROWS = 2_000;
const SIZE = { pages: 100, seconds: 60 };
const SMOKE = { pages: 2, seconds: 4 };
const DELIVERIES_A_SECOND = 3;
/** One in so many deliveries is about somebody on the screen. */
const SEEN_EVERY = 10;
const ON_SCREEN = 12;

const BOUND = { cores: 0.5, requests: 60, ms: 1_000 };

/**
 * What open pages cost while deliveries come in: processor time of the web process, requests a minute and page,
 * and the time from a delivery on its way to the changed row on the screen.
 */
export async function openPages(run: BenchRun): Promise<Measure[]> {
  const foyer = await startBenchFoyer(run, "open-pages");
  await fillApplications(foyer.database, [{ eventId: EVENT, rows: ROWS }], run.say);
  const { pages: count, seconds } = run.isSmoke ? SMOKE : SIZE;
  const pages: SimulatedPage[] = [];
  while (pages.length < count) {
    const { name, value } = await secondMember(foyer, EVENT, "viewer");
    const address = { appUrl: foyer.appUrl, eventId: EVENT, cookie: `${name}=${value}` };
    pages.push(await openSimulatedPage(address));
  }
  const seen = [...(pages[0]?.statuses().keys() ?? [])].slice(0, ON_SCREEN);
  showOnScreen(eventQueries.list(EVENT, "applications", "").queryKey, new Set(seen));
  const latencies = watchRows(pages);
  await sleep(1_000);

  for (const page of pages) page.requests = 0;
  const cpuBefore = cpuSeconds(foyer.parts.web.pid);
  const begunAt = performance.now();
  const sent = await deliverFor(foyer, seconds, seen, latencies.expect);
  const tookS = (performance.now() - begunAt) / 1_000;
  const cpuAfter = cpuSeconds(foyer.parts.web.pid);
  const requests = pages.reduce((sum, page) => sum + page.requests, 0);
  await sleep(3_000);
  const failed = pages.reduce((sum, page) => sum + page.failed, 0);
  const all = latencies.measured();
  const missing = sent.expected * pages.length - all.length;
  for (const page of pages) page.leave();

  const perMinute = (requests / pages.length / tookS) * 60;
  const [p50 = Number.NaN, p95 = Number.NaN] = [0.5, 0.95].map((share) => percentile(all, share));
  run.say(
    `${sent.count} deliveries, ${requests} requests, ${failed} refused, ${missing} not shown`,
  );
  const holds = failed === 0 && missing === 0;
  const what = `${pages.length} open pages at ${DELIVERIES_A_SECOND} deliveries/s`;
  const cpu =
    cpuBefore === null || cpuAfter === null
      ? []
      : [
          measureOf(
            `${what}: web process`,
            (cpuAfter - cpuBefore) / tookS,
            BOUND.cores,
            "core",
            2,
            holds,
          ),
        ];
  return [
    ...cpu,
    measureOf(`${what}: requests a minute and page`, perMinute, BOUND.requests, "", 1, holds),
    measureOf(
      `${what}: delivery → row, p95 (p50 ${p50.toFixed(0)} ms)`,
      p95,
      BOUND.ms,
      "ms",
      0,
      holds,
    ),
  ];
}

function measureOf(
  measure: string,
  value: number,
  bound: number,
  unit: string,
  digits: number,
  holds: boolean,
): Measure {
  return {
    measure,
    ours: `${value.toFixed(digits)} ${unit}`.trim(),
    theirs: `${bound} ${unit} (bound)`.replace("  ", " "),
    ratio: value / bound,
    goal: { atMost: 1 },
    holds,
  };
}

/** Notes on every page when it shows what was delivered. */
function watchRows(pages: readonly SimulatedPage[]) {
  const measured: number[] = [];
  const waiting = pages.map(() => new Map<string, { status: string; sentAt: number }>());
  for (const [n, page] of pages.entries()) {
    page.onRows(() => {
      const statuses = page.statuses();
      for (const [id, { status, sentAt }] of waiting[n] ?? []) {
        if (statuses.get(id) !== status) continue;
        measured.push(performance.now() - sentAt);
        waiting[n]?.delete(id);
      }
    });
  }
  return {
    expect: (id: string, status: string) => {
      for (const one of waiting) one.set(id, { status, sentAt: performance.now() });
    },
    measured: () => measured,
  };
}

async function deliverFor(
  foyer: BenchFoyer,
  seconds: number,
  seen: readonly string[],
  expect: (id: string, status: string) => void,
): Promise<{ count: number; expected: number }> {
  const statuses = new Map<string, string>();
  let expected = 0;
  let count = 0;
  const begunAt = performance.now();
  for (; count < seconds * DELIVERIES_A_SECOND; count += 1) {
    const dueMs = (count / DELIVERIES_A_SECOND) * 1_000;
    await sleep(Math.max(0, begunAt + dueMs - performance.now()));
    const isSeen = count % SEEN_EVERY === 0;
    const id = isSeen
      ? (seen[(count / SEEN_EVERY) % seen.length] ?? "")
      : `ptp_${1 + Math.floor(Math.random() * ROWS)}`;
    const status = statuses.get(id) === "approved" ? "rejected" : "approved";
    statuses.set(id, status);
    if (isSeen) {
      expect(id, status);
      expected += 1;
    }
    await deliver(foyer, id, status);
  }
  return { count, expected };
}

async function deliver(foyer: BenchFoyer, id: string, status: string): Promise<void> {
  const at = new Date().toISOString();
  const envelope = makeEnvelope({
    type: `application.${status}`,
    event_id: EVENT,
    organization_id: "org_bench",
    data: {
      id: id.replace("ptp_", "app_"),
      participant_id: id,
      user_id: id.replace("ptp_", "usr_"),
      status,
      display_name: `Changed ${id}`,
      email: `${id}@participants.example`,
      custom_form_fields: { favorite_track: "data" },
      approved_at: status === "approved" ? at : null,
      updated_at: at,
    },
  });
  await deliverTo(foyer, envelope);
}
