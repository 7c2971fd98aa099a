import { beforeAll, describe, expect, test } from "vitest";
import { openErasure } from "@/lib/connections/open-erasure";
import { withEventSql } from "@/lib/db";
import { lockMirror } from "@/lib/live/lock-mirror";
import type { OperatorActor } from "@/lib/operators/operator";
import { plantInstallation, plantOperator, STRANGERS, tracesOf } from "@/testing/console-world";
import { plantRow } from "@/testing/plant-connection";
import { endConnectionOfEvent } from "./end-connection-of-event";
import { eraseNow } from "./erase-now";
import { holdErasure } from "./hold-erasure";
import { pauseConnection } from "./pause-connection";
import { reconcileConnection } from "./reconcile-connection";
import { resumeConnection } from "./resume-connection";
import { resyncConnection } from "./resync-connection";

const WHY = "The organizer asked for it on the phone.";
let operator: OperatorActor;

beforeAll(async () => {
  operator = await plantOperator();
});

async function query<T extends object>(eventId: string, text: string): Promise<T[]> {
  return (await withEventSql(eventId, (sql) => sql.query<T>(text, [eventId]))).rows;
}
const connectionOf = async (eventId: string) =>
  (
    await query<{ state: string; cause: string; paused_at: Date | null }>(
      eventId,
      "SELECT state, cause, paused_at FROM connections WHERE event_id = $1",
    )
  )[0];
const runsOf = (eventId: string) =>
  query<{ kind: string; state: string; error: string | null }>(
    eventId,
    "SELECT kind, state, error FROM sync_runs WHERE event_id = $1 ORDER BY created_at",
  );
const topicsOf = async (eventId: string) =>
  (await query<{ topic: string }>(eventId, "SELECT topic FROM changes WHERE event_id = $1")).map(
    ({ topic }) => topic,
  );
const ended = () => plantInstallation({ state: "revoked", cause: "token_revoked", token: null });
const paused = () => plantInstallation({ columns: { paused_at: new Date() } });

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

async function withErasure(): Promise<string> {
  const eventId = await ended();
  await plantRow(eventId, "erasures", {
    id: crypto.randomUUID(),
    organization_id: "org_a",
    scope: "all",
    state: "open",
    rule: "required",
    cause: "data.deletion_required",
    ended_at: new Date(),
    planned_at: new Date(Date.now() + 7 * 86_400_000),
    due_at: new Date(Date.now() + 30 * 86_400_000),
  });
  return eventId;
}

type Act = (actor: OperatorActor, raw: unknown) => Promise<void>;
type Case = {
  act: Act;
  name: string;
  /** What changes for open pages. */
  topic: string;
  from: () => Promise<string>;
  refused: [why: RegExp, from: () => Promise<string>][];
};

const CASES: Record<string, Case> = {
  reconcile: {
    act: reconcileConnection,
    name: "connection.reconcile_requested",
    topic: "sync",
    from: () => plantInstallation(),
    refused: [
      [/has ended/, ended],
      [/paused/, paused],
      [/being emptied/, () => plantInstallation({ state: "preparing" })],
    ],
  },
  resync: {
    act: resyncConnection,
    name: "connection.resync_requested",
    topic: "sync",
    from: () => plantInstallation(),
    refused: [
      [/has ended/, ended],
      [/paused/, paused],
      [/being emptied/, () => plantInstallation({ state: "preparing" })],
    ],
  },
  pause: {
    act: pauseConnection,
    name: "connection.paused",
    topic: "connection",
    from: () => plantInstallation(),
    refused: [
      [/paused already/, paused],
      [/has ended/, ended],
    ],
  },
  resume: {
    act: resumeConnection,
    name: "connection.resumed",
    topic: "connection",
    from: paused,
    refused: [[/not paused/, () => plantInstallation()]],
  },
  end: {
    act: endConnectionOfEvent,
    name: "connection.ended_by_operator",
    topic: "connection",
    from: () => plantInstallation(),
    refused: [[/ended already/, ended]],
  },
  "erase now": {
    act: eraseNow,
    name: "erasure.begun_by_operator",
    topic: "connection",
    from: withErasure,
    refused: [
      [/goes on/, () => plantInstallation()],
      [/erased already/, () => plantInstallation({ state: "erasing", cause: "token_revoked" })],
    ],
  },
  "hold of an erasure": {
    act: (by, raw) => holdErasure(by, raw && { until: inDays(20), ...raw }),
    name: "erasure.held",
    topic: "connection",
    from: withErasure,
    refused: [
      [/goes on/, () => plantInstallation()],
      [/erased already/, () => plantInstallation({ state: "erasing", cause: "token_revoked" })],
    ],
  },
};

describe.each(Object.entries(CASES))(
  "an operator's %s",
  (_, { act, name, topic, from, refused }) => {
    test("is written down with who and why, and the organizer reads it without the operator's name", async () => {
      const eventId = await from();
      await act(operator, { eventId, reason: `  ${WHY} ` });
      const { actions, audit } = await tracesOf(eventId);
      expect(actions).toMatchObject([{ operator: "local", action: name, reason: WHY }]);
      expect(audit).toMatchObject([{ actor: "operator", action: name, detail: { reason: WHY } }]);
      expect(await topicsOf(eventId)).toContain(topic);
    });

    test("is not a stranger's, and a stranger learns nothing of what there is", async () => {
      const eventId = await from();
      for (const stranger of STRANGERS) {
        for (const raw of [{ eventId, reason: WHY }, { eventId: "evt_none", reason: WHY }, null]) {
          await expect(act(stranger, raw)).rejects.toMatchObject({ code: "unauthenticated" });
        }
      }
      expect(await tracesOf(eventId)).toEqual({ actions: [], audit: [] });
      expect(await topicsOf(eventId)).toEqual([]);
    });

    test("is refused with a sentence where the state does not allow it, and leaves no trace", async () => {
      for (const [why, unfit] of refused) {
        const eventId = await unfit();
        const asked = act(operator, { eventId, reason: WHY });
        await expect(asked).rejects.toMatchObject({
          code: "conflict",
          message: expect.stringMatching(why),
        });
        expect(await tracesOf(eventId)).toEqual({ actions: [], audit: [] });
      }
    });

    test("needs a reason, and an event that is connected", async () => {
      const eventId = await from();
      for (const reason of [undefined, "", "  x  ", "x".repeat(501)]) {
        await expect(act(operator, { eventId, reason })).rejects.toMatchObject({
          name: "ZodError",
        });
      }
      for (const unknown of ["evt_none", "no event", ""]) {
        const asked = act(operator, { eventId: unknown, reason: WHY });
        await expect(asked).rejects.toMatchObject({ code: "not_found" });
      }
      expect(await tracesOf(eventId)).toEqual({ actions: [], audit: [] });
    });
  },
);

describe("what the actions do", () => {
  test("a reconcile is asked for once, however often", async () => {
    const eventId = await plantInstallation();
    for (const _ of [1, 2]) await reconcileConnection(operator, { eventId, reason: WHY });
    expect(await runsOf(eventId)).toEqual([{ kind: "reconcile", state: "queued", error: null }]);
  });

  test("a resync takes the place of the run under way", async () => {
    const eventId = await plantInstallation();
    await reconcileConnection(operator, { eventId, reason: WHY });
    await resyncConnection(operator, { eventId, reason: WHY });
    expect(await runsOf(eventId)).toEqual([
      { kind: "reconcile", state: "ended", error: "superseded" },
      { kind: "sync", state: "queued", error: null },
    ]);
  });

  test("a pause keeps the token, and resuming takes it back", async () => {
    const eventId = await plantInstallation();
    await pauseConnection(operator, { eventId, reason: WHY });
    expect(await connectionOf(eventId)).toMatchObject({
      state: "active",
      paused_at: expect.any(Date),
    });
    expect(await query(eventId, "SELECT 1 FROM tokens WHERE event_id = $1")).toHaveLength(1);
    await resumeConnection(operator, { eventId, reason: WHY });
    expect(await connectionOf(eventId)).toMatchObject({ state: "active", paused_at: null });
  });

  test("an end leaves no token and no run, and opens the erasure that Revento's rules ask for", async () => {
    const eventId = await plantInstallation();
    await reconcileConnection(operator, { eventId, reason: WHY });
    await endConnectionOfEvent(operator, { eventId, reason: WHY });
    expect(await connectionOf(eventId)).toMatchObject({
      state: "revoked",
      cause: "ended_by_operator",
    });
    expect(await query(eventId, "SELECT 1 FROM tokens WHERE event_id = $1")).toEqual([]);
    expect(await runsOf(eventId)).toMatchObject([{ state: "ended" }]);
    expect(
      await query(eventId, "SELECT state, rule, scope FROM erasures WHERE event_id = $1"),
    ).toEqual([{ state: "open", rule: "required", scope: "all" }]);
  });

  test("a hold moves the day of an erasure, and no later end brings it forward", async () => {
    const eventId = await withErasure();
    await holdErasure(operator, { eventId, reason: WHY, until: inDays(20) });
    const dates = "SELECT planned_at, held_until FROM erasures WHERE event_id = $1";
    const [held] = await query<{ planned_at: Date; held_until: Date }>(eventId, dates);
    expect(held?.planned_at.getTime()).toBeGreaterThan(Date.now() + 19 * 86_400_000);
    expect(held?.held_until).toEqual(held?.planned_at);
    await withEventSql(eventId, (sql) =>
      openErasure(sql, eventId, {
        organizationId: "org_a",
        cause: "data.deletion_required",
        explainsMore: true,
        endedAt: new Date(),
      }),
    );
    expect(await query(eventId, dates)).toEqual([held]);
    await withEventSql(eventId, (sql) =>
      openErasure(sql, eventId, {
        organizationId: "org_a",
        cause: "data.deletion_required",
        explainsMore: true,
        endedAt: new Date(),
        deadlineAt: new Date(Date.now() + 10 * 86_400_000),
      }),
    );
    const [sooner] = await query<{ planned_at: Date }>(eventId, dates);
    expect(sooner?.planned_at.getTime()).toBeLessThan(Date.now() + 7.1 * 86_400_000);
  });

  test("a hold ends three days before the deadline, begins after the plan, and can be shortened", async () => {
    const eventId = await withErasure();
    const hold = (until: unknown) => holdErasure(operator, { eventId, reason: WHY, until });
    for (const until of [inDays(-1), inDays(5), inDays(28), inDays(4_000)]) {
      await expect(hold(until)).rejects.toMatchObject({ code: "invalid" });
    }
    for (const until of [undefined, "", "tomorrow", 7]) {
      await expect(hold(until)).rejects.toMatchObject({ name: "ZodError" });
    }
    expect(await tracesOf(eventId)).toEqual({ actions: [], audit: [] });
    await hold(inDays(26));
    await hold(inDays(3));
    expect((await tracesOf(eventId)).audit).toHaveLength(2);
  });

  test("erasing now does not wait for its planned day", async () => {
    const eventId = await withErasure();
    await eraseNow(operator, { eventId, reason: WHY });
    expect(await connectionOf(eventId)).toMatchObject({ state: "erasing" });
    expect(
      await query(eventId, "SELECT state, begun_by FROM erasures WHERE event_id = $1"),
    ).toEqual([{ state: "running", begun_by: "operator" }]);
  });

  test("an event that other work holds is said to be busy, not broken", async () => {
    const eventId = await plantInstallation();
    await withEventSql(eventId, async (sql) => {
      await lockMirror(sql, eventId);
      const asked = pauseConnection(operator, { eventId, reason: WHY });
      await expect(asked).rejects.toMatchObject({ code: "conflict", message: /Other work/ });
    });
  });
});
