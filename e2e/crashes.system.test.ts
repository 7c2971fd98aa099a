import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connectByHttp } from "@/testing/connect-by-http";
import { eventually } from "@/testing/eventually";
import { type OwnFoyer, startFoyerUnderTest } from "@/testing/foyer-under-test";
import { mirrorOf, truthOf } from "@/testing/mirror-of";

const EVENT = "evt_harbor";
const MINUTE_MS = 60_000;

let foyer: OwnFoyer;

async function newestRun(): Promise<{ state: string; pages: number; rows: number }> {
  const { rows } = await foyer.database.query(
    "SELECT state, pages, rows FROM sync_runs WHERE event_id = $1 ORDER BY created_at DESC LIMIT 1",
    [EVENT],
  );
  return rows[0] ?? { state: "none", pages: 0, rows: 0 };
}

async function callsOfParticipants(): Promise<number> {
  const { data } = (await foyer.control("requests")) as {
    data: { path: string; status: number }[];
  };
  return data.filter((call) => call.path.endsWith("/participants") && call.status === 200).length;
}

/** Every waiting delivery is sent again at once, however far along the curve it is. */
async function letRetriesPass(): Promise<void> {
  for (let round = 0; round < 12; round += 1) {
    await foyer.control("deliveries/settle", { timeout_ms: 30_000 });
    const { data } = (await foyer.control("deliveries")) as { data: { state: string }[] };
    if (data.every((delivery) => delivery.state !== "waiting")) return;
    await foyer.control("clock", { advance_ms: 6 * MINUTE_MS });
  }
}

async function expectMirrorIsTruth(): Promise<void> {
  const truth = await truthOf(foyer, EVENT);
  const statuses = (rows: { id: string; status: string | null }[]) =>
    JSON.stringify(rows.map(({ id, status }) => [id, status]));
  await eventually(
    () => mirrorOf(foyer, EVENT),
    (rows) => statuses(rows) === statuses(truth),
    60_000,
  );
  expect(await mirrorOf(foyer, EVENT)).toEqual(truth);
}

/** Nothing acknowledged is missing, nothing is applied twice, and the counters agree with the rows. */
async function expectInboxIsComplete(): Promise<void> {
  const { data } = (await foyer.control("deliveries")) as {
    data: { id: string; attempts: { status: number | null }[] }[];
  };
  const acknowledged = data.filter((each) => each.attempts.some((try_) => try_.status === 200));
  const rows = await eventually(
    async () => {
      const found = await foyer.database.query<{ delivery_id: string; state: string }>(
        "SELECT delivery_id, state FROM deliveries",
      );
      return found.rows;
    },
    (found) => found.every((row) => row.state === "processed"),
    30_000,
  );
  const stored = new Set(rows.map((row) => row.delivery_id));
  expect(acknowledged.filter((each) => !stored.has(each.id))).toEqual([]);
  const { rows: doubled } = await foyer.database.query(
    "SELECT envelope_id FROM participant_history GROUP BY event_id, envelope_id HAVING count(*) > 1",
  );
  expect(doubled).toEqual([]);
  const { rows: wrong } = await foyer.database.query(
    `SELECT * FROM (SELECT status, count FROM participant_counts WHERE event_id = $1 AND count <> 0) AS kept
     FULL JOIN (SELECT coalesce(status, '') AS status, count(*)::int AS counted FROM participants
                WHERE event_id = $1 AND removed_at IS NULL GROUP BY 1) AS real USING (status)
     WHERE count IS DISTINCT FROM counted`,
    [EVENT],
  );
  expect(wrong).toEqual([]);
}

beforeAll(async () => {
  foyer = await startFoyerUnderTest();
  // A moved clock must not make deliveries stale: only their retries are hurried.
  await foyer.control("clock", { webhook_stamps: "real" });
});

afterAll(async () => {
  await foyer?.close();
});

describe("processes that are killed", () => {
  test("a worker killed twice in the middle of a sync costs at most a page each time", async () => {
    await foyer.control("act", {
      action: "add_applications",
      event_id: EVENT,
      count: 560,
      silent: true,
    });
    await foyer.control("faults", {
      target: "request",
      path: "/api/v1/events/:id/participants",
      kind: "delay",
      delay_ms: 400,
      times: 1_000,
    });
    await connectByHttp(foyer, EVENT, "usr_ana");
    for (const pages of [3, 7]) {
      await eventually(callsOfParticipants, (calls) => calls >= pages, 60_000);
      foyer.parts.worker.kill("SIGKILL");
      await foyer.parts.worker.ended;
      foyer.parts.worker = await foyer.startAgain("worker");
    }
    await eventually(newestRun, (run) => run.state === "completed", 120_000);
    const truth = await truthOf(foyer, EVENT);
    expect(await mirrorOf(foyer, EVENT)).toEqual(truth);
    expect(await callsOfParticipants()).toBeLessThanOrEqual(Math.ceil(truth.length / 50) + 2);
  });

  test("a worker killed while it mirrors 200 deliveries loses none and applies none twice", async () => {
    const flood = foyer.control("flood", {
      event_id: EVENT,
      count: 200,
      concurrency: 8,
      duplicates: 0.05,
      shuffle: true,
    });
    await eventually(
      async () => (await foyer.database.query("SELECT 1 FROM deliveries")).rowCount ?? 0,
      (stored) => stored > 20,
      30_000,
    );
    foyer.parts.worker.kill("SIGKILL");
    await foyer.parts.worker.ended;
    await flood;
    foyer.parts.worker = await foyer.startAgain("worker");
    await letRetriesPass();
    await expectMirrorIsTruth();
    await expectInboxIsComplete();
  });

  test("a web process killed while 200 deliveries arrive loses nothing that Revento sends again", async () => {
    const before = (await foyer.database.query("SELECT 1 FROM deliveries")).rowCount ?? 0;
    const flood = foyer.control("flood", {
      event_id: EVENT,
      count: 200,
      concurrency: 4,
      duplicates: 0.05,
      shuffle: true,
      wait: false,
    });
    await flood;
    await eventually(
      async () => (await foyer.database.query("SELECT 1 FROM deliveries")).rowCount ?? 0,
      (stored) => stored > before + 20,
      30_000,
    );
    foyer.parts.web.kill("SIGKILL");
    await foyer.parts.web.ended;
    foyer.parts.web = await foyer.startAgain("web");
    await letRetriesPass();
    await expectMirrorIsTruth();
    await expectInboxIsComplete();
  });
});
