import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { applyDeliveries } from "@/lib/deliveries/apply-batch";
import { changeEventInSql } from "@/lib/live/change-event";
import { signOut } from "@/lib/portal/sign-out";
import { requireParticipant } from "@/lib/portal/with-participant";
import { hashSessionId } from "@/lib/session-id";
import { endGrantOf } from "@/testing/ends";
import { type LifecycleWorld, lifecycleWorld } from "@/testing/lifecycle-world";
import { sizeOf } from "@/testing/long-form";

const HOUR_MS = 3_600_000;
/** Runs that begin later are left out. Cutting one off would leave its work behind for the next test. */
const TIME_LIMIT_MS = sizeOf(4_000, 12_000);
function timeLimit(): () => boolean {
  const end = Date.now() + TIME_LIMIT_MS;
  return () => Date.now() > end;
}
const START = Date.now() - 20 * 24 * HOUR_MS;
const USERS = ["usr_1", "usr_2"];

const user = fc.constantFrom(...USERS);
const late = fc.oneof(fc.constant(0), fc.nat({ max: 6 }));
const Step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant("signIn" as const), user }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("revoked" as const),
      user,
      late,
      times: fc.constantFrom(1, 2),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("refusedCall" as const),
      user,
      /** Of an earlier token, when more than 0. */
      back: fc.nat({ max: 2 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("signOut" as const),
      which: fc.nat(5),
      everywhere: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("connectionEnds" as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("earlierEndTold" as const),
      late: fc.nat({ max: 6 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("connect" as const) }) },
);
type Step = typeof Step extends fc.Arbitrary<infer T> ? T : never;

type Session = { sid: string; userId: string; givenAt: number };
type Memory = { hour: number; sessions: Session[]; generations: Map<string, number[]> };

const momentOf = (hour: number) => new Date(START + hour * HOUR_MS);

async function generationOf({ inEvent, eventId }: LifecycleWorld, userId: string): Promise<number> {
  return inEvent(async (sql) => {
    const found = await sql.query<{ generation: number }>(
      "SELECT generation FROM tokens WHERE event_id = $1 AND holder = $2",
      [eventId, userId],
    );
    return found.rows[0]?.generation ?? -1;
  });
}

type GrantRow = {
  user_id: string;
  state: string;
  tokens: number;
  handoffs: number;
  named: boolean;
};
type Standing = { grants: GrantRow[]; ended: number; given: number };

async function standing({ inEvent, eventId }: LifecycleWorld): Promise<Standing> {
  return inEvent(async (sql) => {
    const grants = await sql.query<GrantRow>(
      `SELECT user_id, state, (name IS NOT NULL OR email IS NOT NULL) AS named,
         (SELECT count(*)::int FROM tokens t WHERE t.holder = g.user_id) AS tokens,
         (SELECT count(*)::int FROM handoffs h WHERE h.user_id = g.user_id) AS handoffs
       FROM grants g WHERE event_id = $1 ORDER BY user_id`,
      [eventId],
    );
    const audits = await sql.query<{ action: string; count: number }>(
      `SELECT action, count(*)::int FROM audit_entries
       WHERE event_id = $1 AND action LIKE 'grant.%' GROUP BY action`,
      [eventId],
    );
    const countOf = (action: string) =>
      audits.rows.find((row) => row.action === action)?.count ?? 0;
    return { grants: grants.rows, ended: countOf("grant.ended"), given: countOf("grant.given") };
  });
}

function visitorOf({ eventId }: LifecycleWorld, { sid }: Session) {
  return { eventId, sessionHash: hashSessionId(sid) };
}

async function aliveOf(world: LifecycleWorld, sessions: readonly Session[]): Promise<Session[]> {
  const alive: Session[] = [];
  for (const session of sessions) {
    const participant = await requireParticipant(visitorOf(world, session)).catch(() => null);
    if (!participant) continue;
    expect(participant.userId).toBe(session.userId);
    alive.push(session);
  }
  return alive;
}

async function take(world: LifecycleWorld, step: Step, memory: Memory): Promise<void> {
  const hour = memory.hour - ("late" in step ? step.late : 0);
  const at = momentOf(hour);
  switch (step.kind) {
    case "signIn": {
      const sid = await world.signIn(step.user, at).catch(() => null);
      if (!sid) return;
      memory.sessions.push({ sid, userId: step.user, givenAt: at.getTime() });
      const known = memory.generations.get(step.user) ?? [];
      memory.generations.set(step.user, [await generationOf(world, step.user), ...known]);
      return;
    }
    case "revoked":
      // Within the second of a sign-in Revento would be asked.
      for (let time = 0; time < step.times; time += 1) {
        await revoke(world, step.user, new Date(at.getTime() + HOUR_MS / 2));
      }
      return;
    case "refusedCall": {
      const generation = memory.generations.get(step.user)?.[step.back];
      if (generation === undefined) return;
      await endGrantOf(world.eventId, step.user, { cause: "token_revoked", generation });
      return;
    }
    case "signOut": {
      const session = memory.sessions[step.which];
      if (!session) return;
      await signOut(visitorOf(world, session), { everywhere: step.everywhere }).catch(() => {});
      return;
    }
    case "connectionEnds":
      await world.end({ cause: "token_revoked" });
      return;
    case "earlierEndTold":
      await world.deletionRequired(at);
      return;
    case "connect":
      await world.connect(at);
      await becomeActive(world);
  }
}

/** The emptied mirror is told of elsewhere. */
async function becomeActive({ inEvent, eventId }: LifecycleWorld): Promise<void> {
  await inEvent(async (sql) => {
    await sql.query(
      "UPDATE erasures SET state = 'completed' WHERE event_id = $1 AND state = 'running'",
      [eventId],
    );
    await sql.query(
      "UPDATE connections SET state = 'active' WHERE event_id = $1 AND state = 'preparing'",
      [eventId],
    );
  });
}

async function revoke({ eventId }: LifecycleWorld, userId: string, occurredAt: Date) {
  const delivery = {
    deliveryId: createHash("md5").update(userId).digest("hex"),
    type: "user.revoked_access",
    envelopeId: "env_1",
    occurredAt,
    receivedAt: new Date(),
    body: Buffer.alloc(0),
  };
  const plan = { step: "revoke_user" as const, userId, occurredAt };
  await changeEventInSql(eventId, (change) => applyDeliveries(change, [{ delivery, plan }]));
}

test("a grant and its sessions stay sound whatever happens to them, in any order, late or twice", {
  timeout: 60_000,
}, async () => {
  const isLate = timeLimit();
  await fc.assert(
    fc.asyncProperty(fc.array(Step, { minLength: 3, maxLength: 16 }), async (steps) => {
      if (isLate()) return;
      const world = lifecycleWorld();
      const memory: Memory = { hour: 10, sessions: [], generations: new Map() };
      await world.connect(momentOf(memory.hour));
      let before = await standing(world);
      let aliveBefore: Session[] = [];
      for (const step of steps) {
        memory.hour += 1;
        await take(world, step, memory);
        const after = await standing(world);
        const alive = await aliveOf(world, memory.sessions);
        await expectSound(world, step, after, alive);
        expectAudited(step, before, after);
        expectNobodyElse(step, aliveBefore, alive, memory);
        before = after;
        aliveBefore = alive;
      }
      await world.forget();
    }),
    { numRuns: 200 },
  );
});

async function expectSound(
  world: LifecycleWorld,
  step: Step,
  { grants }: Standing,
  alive: readonly Session[],
): Promise<void> {
  const { state } = await world.standing();
  for (const grant of grants) {
    if (grant.state === "ended") {
      expect(grant).toMatchObject({ tokens: 0, handoffs: 0, named: false });
      expect(alive.filter(({ userId }) => userId === grant.user_id)).toEqual([]);
    } else {
      expect(grant.tokens).toBe(1);
      expect(["active", "preparing"]).toContain(state);
    }
  }
  if (step.kind === "refusedCall" && step.back === 0) {
    expect(alive.some(({ userId }) => userId === step.user)).toBe(false);
  }
}

/** Each grant that ends by itself is told once; those that end with their connection in its own entry. */
function expectAudited(step: Step, before: Standing, after: Standing): void {
  const activeIn = ({ grants }: Standing) =>
    grants.filter(({ state }) => state === "active").map((grant) => grant.user_id);
  const still = new Set(activeIn(after));
  const ended = activeIn(before).filter((userId) => !still.has(userId)).length;
  const isToldElsewhere = step.kind === "connectionEnds" || step.kind === "earlierEndTold";
  if (!isToldElsewhere) expect(after.ended - before.ended).toBe(ended);
  else expect(after.ended - before.ended).toBeLessThanOrEqual(ended);
  if (step.kind !== "signIn") expect(after.given).toBe(before.given);
}

/** What was given before a revocation is over, what was given after it is not, and others never are. */
function expectNobodyElse(
  step: Step,
  before: readonly Session[],
  alive: readonly Session[],
  memory: Memory,
): void {
  if (step.kind === "signIn" || step.kind === "connect") {
    expect(alive).toEqual(expect.arrayContaining([...before]));
    return;
  }
  if (step.kind !== "revoked") return;
  const at = momentOf(memory.hour - step.late).getTime();
  const expected = before.filter(({ userId, givenAt }) => userId !== step.user || givenAt > at);
  expect(alive).toEqual(expected);
}
