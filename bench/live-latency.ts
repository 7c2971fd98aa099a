import { setTimeout as sleep } from "node:timers/promises";
import type { Browser, Page } from "@playwright/test";
import { connectByHttp } from "@/testing/connect-by-http";
import type { BenchRun } from "./bench-run";
import { launchBrowser } from "./launch-browser";
import type { Measure } from "./measure";
import { type BenchFoyer, startBenchFoyer } from "./start-bench-foyer";
import { median, percentile } from "./statistics";
import { untilSynced } from "./until-synced";
import { showsAt, watchRow } from "./watch-row";

const EVENT = "evt_harbor";
const ORGANIZER = "usr_ana";
/** Pages that look on, and changes that they see. */
const SIZE = { pages: 20, rounds: 20 };
const SMOKE = { pages: 2, rounds: 1 };
const BETWEEN_ROUNDS_MS = 1_500;
const BOUND_MS = 1_000;

type Person = { application_id: string; display_name: string; application_status: string };

/**
 * From a delivery in the inbox to the changed word in an open page, with 20 browsers looking on. The
 * time of the delivery is taken while it is stored, some milliseconds before its 200.
 */
export async function liveLatency(run: BenchRun): Promise<Measure[]> {
  const foyer = await startBenchFoyer(run, "live-latency");
  const cookie = await connectByHttp(foyer, EVENT, ORGANIZER);
  await untilSynced(run, foyer, EVENT);
  const person = await someoneOnTheFirstPage(foyer, cookie);
  const browser = await launchBrowser(run);
  const pages: Page[] = [];
  const size = run.isSmoke ? SMOKE : SIZE;
  while (pages.length < size.pages) {
    pages.push(await openList(browser, foyer, cookie, person));
  }
  run.say(`${size.pages} pages are open; ${size.rounds} changes follow…`);
  let requests = 0;
  for (const page of pages) page.on("request", () => (requests += 1));
  const latencies: number[] = [];
  for (let round = 0; round < size.rounds; round += 1) {
    latencies.push(...(await changeOnce(foyer, pages, person)));
    await sleep(BETWEEN_ROUNDS_MS, undefined, { signal: run.started.interrupted });
  }
  run.say(`${(requests / size.rounds / size.pages).toFixed(1)} requests a page and change`);
  run.say(`in the mirror after ${await mirroredAfter(foyer)} ms (median)`);
  const [p50, p95, most] = [0.5, 0.95, 1].map((share) => percentile(latencies, share));
  run.say(`${latencies.length} times: p50 ${p50} ms, p95 ${p95} ms, longest ${most} ms`);
  return [
    {
      measure: `delivery accepted → text in ${size.pages} open pages, p95`,
      ours: `${p95} ms (p50 ${p50})`,
      theirs: `${BOUND_MS} ms (bound)`,
      ratio: (p95 ?? Number.NaN) / BOUND_MS,
      goal: { atMost: 1 },
    },
  ];
}

async function someoneOnTheFirstPage(foyer: BenchFoyer, cookie: string): Promise<Person> {
  const answer = await fetch(`${foyer.appUrl}/api/events/${EVENT}/applications?limit=5`, {
    headers: { cookie },
  });
  const { rows } = (await answer.json()) as { rows: { id: string; status: string }[] };
  const { data } = (await foyer.control(`participants?event_id=${EVENT}`)) as { data: Person[] };
  const onPage = rows.find((row) => row.status !== "cancelled");
  const person = data.find((row) => row.application_id === onPage?.id);
  if (!person) throw new Error(`the list answered ${answer.status} without anybody to decide on`);
  return person;
}

async function openList(
  browser: Browser,
  { appUrl }: BenchFoyer,
  cookie: string,
  person: Person,
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    // Twenty rows that glow on one machine without a graphics card would measure its painting.
    reducedMotion: "reduce",
  });
  // The compiler wraps functions in a helper that a page does not have.
  await context.addInitScript({ content: "globalThis.__name = (value) => value" });
  const [name = "", value = ""] = cookie.split("=");
  await context.addCookies([{ name, value, url: appUrl }]);
  const page = await context.newPage();
  const streaming = page.waitForResponse((response) => response.url().includes("/stream"));
  await page.goto(`${appUrl}/events/${EVENT}/applications`);
  await page.getByRole("row").filter({ hasText: person.display_name }).first().waitFor();
  await streaming;
  return page;
}

/** How long a delivery waited for the worker and its transaction, in ms. */
async function mirroredAfter({ database }: BenchFoyer): Promise<number> {
  const { rows } = await database.query<{ ms: number }>(
    `SELECT extract(epoch FROM processed_at - received_at)::float8 * 1000 AS ms FROM deliveries
     WHERE event_id = $1 AND processed_at IS NOT NULL`,
    [EVENT],
  );
  return median(rows.map((row) => Math.round(row.ms)));
}

/** One decision in Revento. Answers the milliseconds that each page needed. */
async function changeOnce(foyer: BenchFoyer, pages: Page[], person: Person): Promise<number[]> {
  const approve = person.application_status !== "approved";
  person.application_status = approve ? "approved" : "rejected";
  const sought = { name: person.display_name, label: approve ? "Approved" : "Rejected" };
  await Promise.all(pages.map((page) => page.evaluate(watchRow, sought)));
  const action = approve ? "approve" : "reject";
  await foyer.control("act", { action, application_id: person.application_id });
  const shownAt = await Promise.all(pages.map((page) => page.evaluate(showsAt)));
  const { rows } = await foyer.database.query<{ at: number }>(
    `SELECT extract(epoch FROM max(received_at))::float8 * 1000 AS at FROM deliveries
     WHERE event_id = $1 AND type = $2`,
    [EVENT, `application.${person.application_status}`],
  );
  const acceptedAt = rows[0]?.at ?? Number.NaN;
  return shownAt.map((at) => Math.round(at - acceptedAt));
}
