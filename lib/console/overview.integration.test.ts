import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { withEventSql, withSystemSql } from "@/lib/db";
import type { OperatorActor } from "@/lib/operators/operator";
import {
  plantInstallation,
  plantOperator,
  STRANGERS,
  tell,
  tracesOf,
} from "@/testing/console-world";
import { plantRow } from "@/testing/plant-connection";
import { startTestSandbox } from "@/testing/test-sandbox";

// The environment is read once: the product is loaded when the sandbox is there.
const revento = await startTestSandbox();
const { openJobs, QUEUE } = await import("@/lib/jobs");
const { beatHeart } = await import("@/lib/beat-heart");
const { processInbox } = await import("@/lib/deliveries/process-inbox");
const { checkInstallationsNow } = await import("./check-installations-now");
const { endSuspension, findSuspension } = await import("@/lib/connections/suspension");
const { getConsoleOverview } = await import("./get-console-overview");
const activity = await import("./get-console-activity");
const { getJobs } = await import("./get-jobs");
const { getLatestCheck } = await import("./get-latest-check");
const { listErasures } = await import("./list-erasures");
const { listOperatorActions } = await import("./list-operator-actions");
const { pauseConnection } = await import("./pause-connection");
const { resumeConnection } = await import("./resume-connection");

const WHY = "An organizer says that their event is missing.";
const worker = randomUUID();
let operator: OperatorActor;
let eventIds: string[] = [];

beforeAll(async () => {
  operator = await plantOperator();
});
beforeEach(async () => {
  for (const eventId of eventIds) {
    await withEventSql(eventId, async (sql) => {
      for (const table of ["erasures", "api_calls", "tokens", "sync_runs", "connections"]) {
        await sql.query(`DELETE FROM ${table} WHERE event_id = $1`, [eventId]);
      }
    });
  }
  eventIds = [];
  await withSystemSql((sql) =>
    sql.query(
      `DELETE FROM deliveries; DELETE FROM worker_heartbeats; DELETE FROM installation_checks;
       DELETE FROM delivery_refusals`,
    ),
  );
  await asAdmin("DELETE FROM suspensions");
  await beatHeart(worker);
});
afterAll(() => revento.close());

async function connect(...told: Parameters<typeof plantInstallation>): Promise<string> {
  const eventId = await plantInstallation(...told);
  eventIds.push(eventId);
  return eventId;
}
/** As the owner of the database: nobody else may. */
async function asAdmin(text: string): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.TEST_ADMIN_DATABASE_URL });
  await client.connect();
  await client.query(text);
  await client.end();
}
const textsOf = async () => {
  const { reasons } = await getConsoleOverview(operator);
  return reasons.map(({ level, code, count }) => `${level} ${code} ${count}`);
};

describe("the overview", () => {
  test("is green, and says so of whom, where nothing wants anybody", async () => {
    await connect();
    expect(await getConsoleOverview(operator)).toMatchObject({
      operator: "local",
      health: "green",
      reasons: [],
      connections: { active: 1 },
      deliveries: { waiting: 0, dead: 0, unknownTypes: 0, oldestWaitingAt: null },
      erasures: { open: 0, running: 0, overdue: 0, nextPlannedAt: null },
      suspension: null,
      lastCheck: null,
    });
  });

  test("names what wants somebody, the most urgent first, with the page that shows more", async () => {
    const paused = await connect({ columns: { paused_at: new Date() } });
    const ended = await connect({ state: "revoked", cause: "data.deletion_required", token: null });
    await plantRow(ended, "erasures", {
      id: randomUUID(),
      organization_id: "org_a",
      scope: "all",
      state: "open",
      rule: "required",
      cause: "data.deletion_required",
      ended_at: new Date(),
      planned_at: new Date(),
      due_at: new Date(Date.now() + 3_600_000),
    });
    await tell({ type: "x.y", data: {}, event: paused });
    await withSystemSql((sql) => sql.query("UPDATE deliveries SET state = 'dead'"));
    const overview = await getConsoleOverview(operator);
    expect(overview).toMatchObject({
      health: "red",
      connections: { active: 1, revoked: 1 },
      deliveries: { dead: 1 },
      erasures: { open: 1, overdue: 0, nextPlannedAt: expect.any(String) },
    });
    expect(overview.reasons.map(({ level, code }) => [level, code])).toEqual([
      ["red", "erasure_deadline"],
      ["yellow", "dead_letters"],
      ["yellow", "ended_lately"],
      ["yellow", "connections_in_trouble"],
    ]);
    expect(overview.reasons[0]?.eventId).toBe(ended);
  });

  test("is red without a worker, and while deliveries lie about, but not for what is only put off", async () => {
    const eventId = await connect();
    await tell({ type: "x.y", data: {}, event: eventId });
    const due = (interval: string) =>
      withSystemSql((sql) =>
        sql.query(`UPDATE deliveries SET next_attempt_at = now() + interval '${interval}'`),
      );
    await due("1 hour");
    expect((await getConsoleOverview(operator)).deliveries.oldestWaitingAt).toBeNull();
    expect(await textsOf()).toEqual([]);
    await due("-2 minutes");
    expect(await textsOf()).toEqual(["yellow inbox_waits 2"]);
    await due("-20 minutes");
    expect(await textsOf()).toEqual(["red inbox_waits 20"]);
    await pauseConnection(operator, { eventId, reason: WHY });
    expect(await textsOf()).toEqual(["yellow connections_in_trouble 1"]);
    await resumeConnection(operator, { eventId, reason: WHY });
    await withSystemSql((sql) =>
      sql.query("DELETE FROM worker_heartbeats; DELETE FROM deliveries"),
    );
    expect(await textsOf()).toEqual(["red no_worker 1"]);
  });
});

describe("a suspension", () => {
  test("is known from the moment Revento tells it, with its reason, until somebody connects again", async () => {
    const eventId = await connect({ title: "Harbor Fair" });
    expect(await findSuspension()).toBeNull();
    const occurredAt = new Date();
    const data = { reason: "Too many calls." };
    await tell({ type: "integration.suspended", data, event: null, occurredAt });
    await processInbox();
    expect((await getConsoleOverview(operator)).suspension).toEqual({
      since: occurredAt.toISOString(),
      toldAt: expect.any(String),
      askedAt: null,
      reason: "Too many calls.",
      events: [{ eventId, title: "Harbor Fair", since: expect.any(String) }],
    });
    expect(await textsOf()).toContain("red suspended 1");
    await endSuspension(new Date(Date.now() + 1_000));
    expect(await findSuspension()).toBeNull();
  });

  test("is not known a second time by another telling, nor undone by an erasure", async () => {
    const occurredAt = new Date(Date.now() - 60_000);
    await tell({ type: "integration.suspended", data: {}, event: null, occurredAt });
    await processInbox();
    const again = new Date(Date.now() - 30_000);
    await tell({ type: "integration.suspended", data: {}, event: null, occurredAt: again });
    await processInbox();
    expect(await findSuspension()).toMatchObject({ begunAt: occurredAt });
    await endSuspension(new Date());
    await withSystemSql((sql) => sql.query("DELETE FROM deliveries"));
    expect(await findSuspension()).toBeNull();
    await tell({ type: "integration.suspended", data: {}, event: null, occurredAt: again });
    await processInbox();
    expect(await findSuspension()).toBeNull();
  });

  test("that came after somebody had connected again counts anew", async () => {
    const at = (ms: number) => new Date(Date.now() + ms);
    await connect({ columns: { connected_at: at(-5_000) } });
    await tell({ type: "integration.suspended", data: {}, event: null, occurredAt: at(-9_000) });
    await processInbox();
    expect(await findSuspension()).toBeNull();
    await tell({ type: "integration.suspended", data: {}, event: null, occurredAt: at(-1_000) });
    await processInbox();
    expect(await findSuspension()).toMatchObject({ reason: null });
  });
});

describe("the jobs", () => {
  test("are counted by the queue itself, with the inbox, the workers, the budgets and failed refreshes", async () => {
    const boss = await openJobs();
    try {
      await boss.schedule(QUEUE.retentionSweep, "17 * * * *");
      await boss.send(QUEUE.syncRun, { eventId: "evt_none", runId: randomUUID() });
      await boss.supervise(QUEUE.syncRun);
      const eventId = await connect({
        token: { refresh_failed_at: new Date(), refresh_failure: "unavailable" },
      });
      await plantRow(eventId, "api_calls", {
        holder: "installation",
        started_at: new Date(Date.now() - 60_500),
        expires_at: new Date(),
        finished_at: new Date(Date.now() - 60_400),
      });
      await plantRow(eventId, "tokens", {
        holder: "usr_ann",
        access_token: "sealed",
        refresh_token: "sealed",
        access_expires_at: new Date(),
        refresh_expires_at: new Date(),
        first_issued_at: new Date(),
        refresh_failed_at: new Date(),
        refresh_failure: "outcome_unknown",
      });
      await plantRow(eventId, "sync_runs", { id: randomUUID(), kind: "sync" });
      await tell({ type: "x.y", data: {}, event: eventId });
      const jobs = await getJobs(operator);
      const queue = (name: string) => jobs.queues.find((one) => one.name === name);
      expect(Object.values(QUEUE).filter((name) => !queue(name))).toEqual([]);
      expect(queue(QUEUE.retentionSweep)).toMatchObject({ schedule: "17 * * * *", waiting: 0 });
      expect(queue(QUEUE.syncRun)).toMatchObject({ schedule: null, waiting: 1 });
      expect(jobs.queues.filter(({ purpose }) => purpose === "Background work")).toEqual([]);
      expect(jobs).toMatchObject({
        inbox: { waiting: 1, lagSeconds: expect.any(Number) },
        syncs: { queued: 1, running: 0, waitingForBudget: 0 },
        workers: [{ id: worker, isAlive: true }],
        budgets: [{ eventId, hourLeft: 499, minuteLeft: 30, inFlight: 0, pausedUntil: null }],
      });
      expect(
        jobs.refreshFailures.map(({ holder, failure }) => `${holder} ${failure}`).sort(),
      ).toEqual(["installation unavailable", "participant outcome_unknown"]);
      expect(JSON.stringify(jobs)).not.toContain("usr_ann");
    } finally {
      await boss.stop({ graceful: false });
    }
  });
});

describe("the comparison with Revento's own list", () => {
  test("is made on demand, with who asked and why, and shown until the next", async () => {
    expect(await getLatestCheck(operator)).toBeNull();
    const check = await checkInstallationsNow(operator, { reason: WHY });
    expect(check).toMatchObject({ askedBy: "local", listed: 0, failure: null, differences: [] });
    expect(await getLatestCheck(operator)).toEqual(check);
    expect((await tracesOf("")).actions).toMatchObject([
      { operator: "local", action: "installations.checked", reason: WHY },
    ]);
    await expect(checkInstallationsNow(operator, {})).rejects.toMatchObject({ name: "ZodError" });
  });
});

describe("the operators' own trail", () => {
  test("has every action, the newest first, page by page", async () => {
    const [one, other] = [await connect(), await connect()];
    for (let nth = 0; nth < 60; nth += 1) {
      await plantRow(one, "operator_actions", { id: randomUUID(), operator: "local", action: "x" });
    }
    await pauseConnection(operator, { eventId: other, reason: WHY });
    const first = await listOperatorActions(operator, {});
    expect(first.rows).toHaveLength(50);
    expect(first.rows[0]).toMatchObject({
      eventId: other,
      operator: "local",
      action: "connection.paused",
      reason: WHY,
    });
    const second = await listOperatorActions(operator, { cursor: first.nextCursor, event: one });
    const ids = [...first.rows, ...second.rows].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const ofOne = [...first.rows, ...second.rows].filter(({ eventId }) => eventId === one);
    expect(ofOne).toHaveLength(60);
    await expect(listOperatorActions(operator, { cursor: "x" })).rejects.toMatchObject({
      code: "invalid",
    });
  });
});

test("none of this is a stranger's", async () => {
  for (const stranger of STRANGERS) {
    for (const asked of [
      () => getConsoleOverview(stranger),
      () => getJobs(stranger),
      () => getLatestCheck(stranger),
      () => checkInstallationsNow(stranger, { reason: WHY }),
      () => checkInstallationsNow(stranger, null),
      () => listErasures(stranger),
      () => listOperatorActions(stranger, {}),
      () => listOperatorActions(stranger, { cursor: "x" }),
    ]) {
      await expect(asked()).rejects.toMatchObject({ code: "unauthenticated" });
    }
  }
  expect(await getLatestCheck(operator)).toBeNull();
});

describe("the activity of the last day", () => {
  const { getConsoleActivity } = activity;

  test("counts by the hour what came, what is dead and what was refused", async () => {
    const eventId = await connect();
    await tell(
      { type: "application.approved", data: { any: "thing" }, event: eventId },
      { type: "something.new", data: {}, event: eventId },
    );
    await processInbox();
    await withSystemSql((sql) =>
      sql.query(
        `INSERT INTO delivery_refusals (hour, reason, count, first_at, last_at)
         VALUES (date_trunc('hour', now(), 'UTC') - interval '2 hours', 'signature', 7, now(), now()),
           (date_trunc('hour', now(), 'UTC') - interval '30 hours', 'signature', 9, now(), now())`,
      ),
    );
    const { hours, lag, lastFailure } = await getConsoleActivity(operator);
    expect(hours).toHaveLength(24);
    expect(hours.map(({ hour }) => hour)).toEqual(hours.map(({ hour }) => hour).sort());
    expect(hours.at(-3)).toMatchObject({ received: 0, refused: 7 });
    expect(hours.reduce((sum, { refused }) => sum + refused, 0)).toBe(7);
    // The clock may have struck between the two.
    const last = hours.slice(-2);
    expect(last.reduce((sum, { received }) => sum + received, 0)).toBe(2);
    expect(last.reduce((sum, { dead }) => sum + dead, 0)).toBe(1);
    expect(lastFailure).toMatchObject({ eventId, type: "application.approved" });
    expect(lastFailure?.reason).toMatch(/contract/);
    expect(lag?.medianMs).toBeGreaterThanOrEqual(0);
    expect(lag?.ninetyFifthMs).toBeGreaterThanOrEqual(lag?.medianMs ?? 0);
  });

  test("names the last ends, and is for operators alone", async () => {
    const eventId = await connect();
    const endedAt = new Date(Date.now() - 3_600_000);
    await plantRow(eventId, "erasures", {
      id: randomUUID(),
      organization_id: "org_a",
      scope: "all",
      state: "open",
      rule: "required",
      cause: "data.deletion_required",
      ended_at: endedAt,
      planned_at: new Date(Date.now() + 86_400_000),
      due_at: new Date(Date.now() + 20 * 86_400_000),
    });
    const { ends } = await getConsoleActivity(operator);
    expect(ends).toEqual([
      expect.objectContaining({
        eventId,
        cause: "data.deletion_required",
        state: "open",
        endedAt: endedAt.toISOString(),
      }),
    ]);
    for (const stranger of STRANGERS) {
      await expect(getConsoleActivity(stranger)).rejects.toMatchObject({ code: "unauthenticated" });
    }
  });
});
