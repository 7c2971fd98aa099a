import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { requestSync } from "@/lib/syncs/request-sync";
import { beginErasureOf } from "@/testing/ends";
import { type LifecycleWorld, lifecycleWorld, type Standing } from "@/testing/lifecycle-world";
import { sizeOf } from "@/testing/long-form";
import { ConnectRefusal } from "./connect-refusal";
import { END_CAUSES, isLive } from "./connection-states";

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** Each test's runs end here, however slow the machine is. */
/** Runs that begin later are left out. Cutting one off would leave its work behind for the next test. */
const TIME_LIMIT_MS = sizeOf(4_000, 12_000);
function timeLimit(): () => boolean {
  const end = Date.now() + TIME_LIMIT_MS;
  return () => Date.now() > end;
}
const ENDED = ["needs_reconnect", "suspended", "revoked"];

/** Moments are hours of the past, on Revento's clock: `at` counts from the beginning of a run. */
const START = Date.now() - 20 * DAY_MS;
const momentOf = (hour: number) => new Date(START + hour * HOUR_MS);

const anyCause = fc.constantFrom(...END_CAUSES);
/** How many steps ago something happened that is told only now; 0: it happens now. */
const lateness = fc.oneof(fc.constant(0), fc.nat({ max: 8 }));
const Step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("connect" as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("end" as const),
      cause: anyCause,
      isKnown: fc.boolean(),
      late: lateness,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("staleEnd" as const), cause: anyCause }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("deletionRequired" as const),
      late: lateness,
      deadline: fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined }),
      times: fc.constantFrom(1, 2),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("suspended" as const), late: lateness }) },
  ...(["pause", "resume", "signIn", "requestSync", "beginErasure", "mirrorIsEmpty"] as const).map(
    (kind) => ({ weight: 1, arbitrary: fc.record({ kind: fc.constant(kind) }) }),
  ),
);
type Step = typeof Step extends fc.Arbitrary<infer T> ? T : never;

/** What the invariants have to know beyond what they can read. */
type Memory = { hour: number; earliestEnd: number | null };

async function take(world: LifecycleWorld, step: Step, memory: Memory): Promise<void> {
  const at = momentOf(memory.hour - ("late" in step ? step.late : 0));
  const before = await world.standing();
  const noteEnd = (ended: Date) => {
    if (isLive(before.state ?? "") || memory.earliestEnd !== null) {
      memory.earliestEnd = Math.min(memory.earliestEnd ?? Infinity, ended.getTime());
    }
  };
  switch (step.kind) {
    case "connect":
      try {
        await world.connect(at);
        memory.earliestEnd = null;
      } catch (error) {
        expect(error).toBeInstanceOf(ConnectRefusal);
        expect(before.state).toBe("erasing");
      }
      return;
    case "end":
      await world.end({ cause: step.cause, ...(step.isKnown ? { endedAt: at } : {}) });
      if (before.state !== null) noteEnd(step.isKnown ? at : new Date());
      return;
    case "staleEnd":
      expect(await world.end({ cause: step.cause, expectedEpoch: before.epoch - 1 })).toBe(false);
      expect(await world.standing()).toEqual(before);
      return;
    case "deletionRequired": {
      const deadline = step.deadline && new Date(at.getTime() + step.deadline * DAY_MS);
      for (let time = 0; time < step.times; time += 1) {
        await world.deletionRequired(at, deadline || undefined);
        const once = await world.standing();
        if (time > 0) expect(await world.standing()).toEqual(once);
      }
      // What was read under an earlier connection has to go by the end of that one (contract 1.6).
      if (hasEndedNow(await world.standing()) && at >= (before.mirrorSince ?? at)) noteEnd(at);
      return;
    }
    case "suspended":
      await world.suspended(at);
      if (hasEndedNow(await world.standing()) && at >= (before.connectedAt ?? at)) noteEnd(at);
      return;
    case "signIn":
      if (before.state === "active") await world.signIn("usr_1", at);
      return;
    case "requestSync":
      if (before.state !== "active") return;
      await world.inEvent((sql) => requestSync(sql, world.eventId, "reconcile"));
      return;
    case "pause":
      if (await world.pause()) expect(isLive(before.state ?? "")).toBe(true);
      expect(await world.pause()).toBe(false);
      return;
    case "resume":
      await world.resume();
      return;
    case "beginErasure":
      expect(await beginErasureOf(world.eventId, "operator")).toBe(
        ENDED.includes(before.state ?? ""),
      );
      return;
    case "mirrorIsEmpty":
      if (before.state === "preparing") await finishPreparing(world);
  }
}

const hasEndedNow = ({ state }: Standing) => ENDED.includes(state ?? "");

async function finishPreparing({ inEvent, eventId }: LifecycleWorld): Promise<void> {
  await inEvent(async (sql) => {
    await sql.query(
      "UPDATE erasures SET state = 'completed', finished_at = now() WHERE event_id = $1 AND state = 'running'",
      [eventId],
    );
    await sql.query("UPDATE connections SET state = 'active' WHERE event_id = $1", [eventId]);
  });
}

function expectSound(step: Step, before: Standing, after: Standing, memory: Memory): void {
  const { state, erasures } = after;
  const isAlive = isLive(state ?? "");
  if (!isAlive) {
    expect(after).toMatchObject({ tokens: 0, activeGrants: 0, openRuns: 0 });
  } else {
    expect(after.tokens).toBe(1 + after.activeGrants);
    expect(erasures.filter(({ scope }) => scope === "all")).toEqual([]);
    expect(erasures.length).toBe(state === "preparing" ? 1 : 0);
    if (state === "preparing") expect(after.openRuns).toBe(0);
  }
  if (ENDED.includes(state ?? "")) {
    expect(erasures).toMatchObject([{ scope: "all", state: "open" }]);
    const [erasure] = erasures;
    const ended = Math.min(memory.earliestEnd ?? Infinity, Date.now());
    expect(erasure?.due_at.getTime()).toBeLessThanOrEqual(ended + 30 * DAY_MS);
    expect(erasure?.planned_at.getTime()).toBeLessThanOrEqual(erasure?.due_at.getTime() ?? 0);
  }
  expect(after.epoch).toBeGreaterThanOrEqual(before.epoch);
  const hasEnded = isLive(before.state ?? "") && ENDED.includes(state ?? "");
  if (hasEnded) expect(after.epoch).toBeGreaterThan(before.epoch);
  // How an emptied mirror is left is told by the tests of the erasure.
  if (step.kind === "mirrorIsEmpty") return;
  const isConnect = step.kind === "connect" && before.state !== "erasing";
  if (isConnect) expect(after.epoch).toBeGreaterThan(before.epoch);
  const told = isConnect || after.state !== before.state || after.cause !== before.cause;
  expect(after.audits - before.audits).toBe(told ? 1 : 0);
}

describe("a connection", () => {
  test("stays sound whatever happens to it, in any order, late or twice", {
    timeout: 60_000,
  }, async () => {
    const isLate = timeLimit();
    await fc.assert(
      fc.asyncProperty(fc.array(Step, { minLength: 3, maxLength: 14 }), async (steps) => {
        if (isLate()) return;
        const world = lifecycleWorld();
        const memory: Memory = { hour: 10, earliestEnd: null };
        let before = await world.standing();
        for (const step of [{ kind: "connect" as const }, ...steps]) {
          memory.hour += 1;
          await take(world, step, memory);
          const after = await world.standing();
          expectSound(step, before, after, memory);
          before = after;
        }
        await world.forget();
      }),
      { numRuns: 250 },
    );
  });

  const End = fc.record({
    how: fc.constantFrom("call", "delivery", "suspension"),
    cause: anyCause,
    hour: fc.integer({ min: 11, max: 400 }),
    deadline: fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined }),
  });
  type End = typeof End extends fc.Arbitrary<infer T> ? T : never;

  async function tell(world: LifecycleWorld, { how, cause, hour, deadline }: End): Promise<void> {
    const endedAt = momentOf(hour);
    const deadlineAt = deadline ? new Date(endedAt.getTime() + deadline * DAY_MS) : undefined;
    if (how === "delivery") await world.deletionRequired(endedAt, deadlineAt);
    else if (how === "suspension") await world.suspended(endedAt);
    else await world.end({ cause, endedAt, ...(deadlineAt ? { deadlineAt } : {}) });
  }

  test("comes to the same state, cause and dates in whatever order its ends are told", {
    timeout: 60_000,
  }, async () => {
    const twoOrders = fc
      .array(End, { minLength: 1, maxLength: 5 })
      .chain((ends) =>
        fc.tuple(
          fc.constant(ends),
          fc.shuffledSubarray([...ends, ...ends], { minLength: 2 * ends.length }),
        ),
      );
    const isLate = timeLimit();
    await fc.assert(
      fc.asyncProperty(twoOrders, async (orders) => {
        if (isLate()) return;
        const standings = [];
        for (const ends of orders) {
          const world = lifecycleWorld();
          await world.connect(momentOf(10));
          for (const end of ends) await tell(world, end);
          const { state, cause, erasures } = await world.standing();
          standings.push({ state, cause, erasures });
          await world.forget();
        }
        expect(standings[1]).toEqual(standings[0]);
      }),
      { numRuns: 150 },
    );
  });

  test("heeds what its webhook says though a refused call ends it at the same moment", async () => {
    for (let time = 0; time < 40; time += 1) {
      const world = lifecycleWorld();
      await world.connect(momentOf(10));
      const { epoch } = await world.standing();
      await Promise.all([
        world.deletionRequired(momentOf(20)),
        world.end({ cause: "token_revoked", expectedEpoch: epoch }),
      ]);
      const { cause, erasures } = await world.standing();
      expect(cause).toBe("data.deletion_required");
      expect(erasures).toMatchObject([{ rule: "required", ended_at: momentOf(20) }]);
      await world.forget();
    }
  });
});
