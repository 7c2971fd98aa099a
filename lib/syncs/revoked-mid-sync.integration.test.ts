import { setTimeout as sleep } from "node:timers/promises";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { passTime } from "@/testing/connected-event";
import { deliveryOf } from "@/testing/delivery-of";
import { sizeOf } from "@/testing/long-form";
import { syncWorld } from "@/testing/sync-world";
import { startTestSandbox } from "@/testing/test-sandbox";

const EVENT = "evt_summit";
const ORGANIZATION = "org_lumen";
const PEOPLE = 2_000;
/** Two tests of so many revocations each, at random moments. */
const TIMINGS = sizeOf(10, 50);
/** As many deliveries come while the sync runs, so many at a time. */
const TRAFFIC = 300;
const AT_ONCE = 10;
const CALLERS = 2;
const LOOKS_PER_MINUTE = 60;
/** In ms from the first page of people on: as long as the minute's thirty calls last. */
const MOMENTS = fc.nat(300);

// The environment is read once: the product is loaded when the sandbox is there.
const sandbox = await startTestSandbox();
const world = await syncWorld(sandbox, EVENT);
const { callRevento } = await import("@/lib/connections/call-revento");
const { readEvent } = await import("@/lib/revento/read-api");
const { processInbox } = await import("@/lib/deliveries/process-inbox");
const { storeDeliveries } = await import("@/lib/deliveries/store-deliveries");

afterAll(() => sandbox.close());

/** Pages that were read before the revocation arrive after it. */
const SLOW_PAGES = {
  target: "request",
  path: `/api/v1/events/${EVENT}/participants`,
  kind: "delay",
  when: "after",
  delay_ms: 40,
  times: 30,
};

type Person = { id: string; display_name: string };
type Standing = { state: string; calls: number; mirror: string; tokens: number };

/** What may not change any more once the connection has ended. */
async function standing(): Promise<Standing> {
  const { rows } = await world.inEvent((sql) =>
    sql.query<Standing>(
      `SELECT c.state, (SELECT count(*)::int FROM api_calls) AS calls,
         (SELECT count(*)::int FROM tokens) AS tokens,
         (SELECT concat(count(*), ' ', sum(hashtext(p::text)::bigint)) FROM participants p)
           || ' ' || (SELECT concat(count(*), ' ', sum(hashtext(a::text)::bigint)) FROM activities a)
           || ' ' || (SELECT count(*) FROM participant_history) AS mirror
       FROM connections c WHERE c.event_id = $1`,
      [EVENT],
    ),
  );
  const [row] = rows;
  if (!row) throw new Error("the connection is gone");
  return row;
}

async function hasEnded(): Promise<boolean> {
  const { rows } = await world.inEvent((sql) =>
    sql.query("SELECT state FROM connections WHERE event_id = $1", [EVENT]),
  );
  return rows[0].state !== "active";
}

/** Where the minute's budget was used up before the revocation, the next call comes a minute later. */
async function untilKnown(): Promise<void> {
  for (let looks = 1; !(await hasEnded()); looks += 1) {
    if (looks % LOOKS_PER_MINUTE === 0) await passTime(sandbox, EVENT, 60_100);
    else await sleep(1);
  }
}

/** Deliveries that keep coming, and two workers that apply them, until told to stop. */
function deliverMeanwhile(people: readonly Person[], signal: AbortSignal): Promise<unknown> {
  const send = async () => {
    for (let at = 0; at < TRAFFIC && !signal.aborted; at += AT_ONCE) {
      await storeDeliveries(people.slice(at, at + AT_ONCE).map(tellOf));
      await sleep(5);
    }
  };
  const work = async () => {
    while (!signal.aborted) if ((await processInbox(signal)) === 0) await sleep(5);
  };
  return Promise.all([send(), work(), work()]);
}

function tellOf(person: Person) {
  return deliveryOf({
    type: "participant.profile_updated",
    event_id: EVENT,
    organization_id: ORGANIZATION,
    data: { ...person, display_name: `${person.display_name}, told` },
  });
}

/** Somebody who asks Revento something again and again, until the connection is over. */
async function askAgainAndAgain(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await callRevento(EVENT, "installation", (token) => readEvent(token, EVENT));
    } catch {
      // The budget, or the end.
    }
    // Slowly, so that the sync has its share of the minute's thirty calls.
    await sleep(40);
  }
}

async function requestsReceived(): Promise<number> {
  const { data } = (await sandbox.control("requests")) as { data: { path: string }[] };
  return data.filter(({ path }) => path.startsWith("/api/v1/events/")).length;
}

/** One revocation, `afterMs` after the sync came to the people; `tell` is what Revento then says of it. */
async function revokeMidSync(afterMs: number, tell: (() => Promise<void>) | null): Promise<void> {
  await world.reset();
  await world.inEvent((sql) => sql.query("DELETE FROM deliveries WHERE event_id = $1", [EVENT]));
  const runId = await world.connect();
  const people = (
    (await sandbox.control(`participants?event_id=${EVENT}`)) as { data: Person[] }
  ).data.slice(0, TRAFFIC);
  await sandbox.control("faults", SLOW_PAGES);
  const over = new AbortController();
  const deliveries = deliverMeanwhile(people, over.signal);
  const run = world.run(runId);
  while ((await world.progress())?.resource !== "participants") await sleep(2);
  // Not earlier: on a slow machine they would use the minute up before the sync comes to the people.
  const callers = Array.from({ length: CALLERS }, () => askAgainAndAgain(over.signal));
  await sleep(afterMs);
  await world.act("revoke_connection", { event_id: EVENT, silent: true });
  await tell?.();
  await untilKnown();
  const known = await standing();
  const reached = await requestsReceived();
  await run;
  await sleep(20);
  over.abort();
  await Promise.all([deliveries, ...callers]);
  await processInbox();
  expect(await world.run(runId)).toEqual({ kind: "elsewhere" });
  // No call was begun, and what was in flight has changed nothing.
  expect(await standing()).toEqual(known);
  expect(known).toMatchObject({ state: "revoked", tokens: 0 });
  const received = await requestsReceived();
  expect(received).toBeLessThanOrEqual(known.calls);
  expect(received - reached).toBeLessThanOrEqual(5);
  expect(await waiting()).toEqual([]);
}

/** Deliveries and runs that are not over. */
async function waiting(): Promise<unknown[]> {
  const { rows } = await world.inEvent((sql) =>
    sql.query(
      `SELECT 'delivery' FROM deliveries WHERE state = 'pending'
       UNION ALL SELECT 'run' FROM sync_runs WHERE state IN ('queued', 'running')`,
    ),
  );
  return rows;
}

test(`${TIMINGS} times revoked in the middle of a first sync of ${PEOPLE} people, and told by its webhook`, {
  timeout: 300_000,
}, async () => {
  const tell = async () => {
    const occurredAt = new Date().toISOString();
    const told = { event_id: EVENT, organization_id: ORGANIZATION, occurred_at: occurredAt };
    await storeDeliveries([deliveryOf({ type: "data.deletion_required", data: {}, ...told })]);
  };
  for (const afterMs of fc.sample(MOMENTS, TIMINGS)) await revokeMidSync(afterMs, tell);
});

test(`${TIMINGS} times revoked there, and told by nobody but a refused call`, {
  timeout: 300_000,
}, async () => {
  for (const afterMs of fc.sample(MOMENTS, TIMINGS)) await revokeMidSync(afterMs, null);
});
