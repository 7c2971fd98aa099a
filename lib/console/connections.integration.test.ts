import { beforeAll, describe, expect, test } from "vitest";
import { withEventSql, withSystemSql } from "@/lib/db";
import type { OperatorActor } from "@/lib/operators/operator";
import { requestDueReconciles } from "@/lib/syncs/request-due-reconciles";
import { plantInstallation, plantOperator, STRANGERS, tell } from "@/testing/console-world";
import { plantRow } from "@/testing/plant-connection";
import { getConnectionDetail } from "./get-connection-detail";
import { listConnectionsOfAllEvents } from "./list-connections-of-all-events";
import { pauseConnection } from "./pause-connection";
import { previewErasureOfEvent } from "./preview-erasure-of-event";

const DAY_MS = 86_400_000;
const ago = (ms: number) => new Date(Date.now() - ms);
const WHY = "It called Revento far too often.";
let operator: OperatorActor;

beforeAll(async () => {
  operator = await plantOperator();
});

const rowOf = async (eventId: string) =>
  (await listConnectionsOfAllEvents(operator, { q: eventId })).rows[0];
const idsOf = async (query: object) =>
  (await listConnectionsOfAllEvents(operator, query)).rows.map(({ eventId }) => eventId);

async function plantRun(eventId: string, columns: Record<string, unknown>): Promise<void> {
  await plantRow(eventId, "sync_runs", { id: crypto.randomUUID(), kind: "reconcile", ...columns });
}

describe("the list of connections", () => {
  test("says of a healthy connection all there is to know, and finds no fault", async () => {
    const eventId = await plantInstallation({ title: "Harbor Fair" });
    await plantRun(eventId, {
      state: "completed",
      finished_at: new Date(),
      drifted: 3,
      removed: 1,
    });
    for (const finished of [ago(1_000), ago(120_000), null]) {
      await plantRow(eventId, "api_calls", {
        holder: "installation",
        started_at: ago(130_000),
        expires_at: new Date(Date.now() + 20_000),
        finished_at: finished,
      });
    }
    await tell({ type: "badge.printed", data: {}, event: eventId });
    expect(await rowOf(eventId)).toMatchObject({
      title: "Harbor Fair",
      organizationId: "org_a",
      state: "active",
      health: "good",
      troubles: [],
      scopes: ["event.read", "participants.read"],
      deliveries: { waiting: 1, dead: 0 },
      lastDeliveryAt: expect.any(String),
      lastSync: { kind: "reconcile", state: "completed", drifted: 3, removed: 1 },
      budget: { hourLeft: 497, minuteLeft: 28, inFlight: 1 },
      erasure: null,
    });
  });

  test("shows what is left of a consent of a year", async () => {
    const eventId = await plantInstallation({ token: { first_issued_at: ago(100 * DAY_MS) } });
    const row = await rowOf(eventId);
    const left = Date.parse(row?.token?.capAt ?? "") - Date.now();
    expect(Math.round(left / DAY_MS)).toBe(265);
  });

  test.each([
    [
      "dead letters",
      {},
      async (eventId: string) => {
        await tell(
          { type: "x.y", data: {}, event: eventId },
          { type: "x.y", data: {}, event: eventId },
        );
        await withSystemSql((sql) =>
          sql.query("UPDATE deliveries SET state = 'dead' WHERE event_id = $1", [eventId]),
        );
      },
      "2 deliveries are among the dead letters.",
    ],
    [
      "a failed reconcile",
      {},
      (eventId: string) =>
        plantRun(eventId, { state: "failed", error: "unavailable", finished_at: new Date() }),
      "The last reconcile failed: unavailable.",
    ],
    [
      "a token that cannot be refreshed",
      { token: { refresh_failed_at: new Date(), refresh_failure: "outcome_unknown" } },
      null,
      "Its token could not be refreshed: outcome unknown.",
    ],
    [
      "silence",
      { columns: { connected_at: ago(3 * DAY_MS), last_delivery_at: ago(2 * DAY_MS) } },
      null,
      "No delivery came and nothing was read for 48 hours.",
    ],
    [
      "the end of consent",
      { token: { first_issued_at: ago(360 * DAY_MS) } },
      null,
      "The consent of a year ends in 5 days.",
    ],
    [
      "a pause",
      { columns: { paused_at: new Date(), connected_at: ago(3 * DAY_MS) } },
      null,
      "An operator has paused it: nothing is read, and deliveries wait.",
    ],
    [
      "a doubtful reading, also while the second one waits",
      {},
      async (eventId: string) => {
        const doubt = { doubt: "too_many_missing", missing: 30 };
        await plantRun(eventId, { state: "completed", created_at: ago(2_000), ...doubt });
        await plantRun(eventId, { state: "queued", is_second: true });
      },
      "The last full read is doubtful: more rows are missing than is plausible. 30 rows that it lacked are kept.",
    ],
    [
      "an erasure near its deadline",
      { state: "revoked", cause: "data.deletion_required", token: null },
      (eventId: string) => plantErasure(eventId, new Date(Date.now() + 5 * 3_600_000 - 1_000)),
      "The deadline of its erasure is in 5 hours.",
    ],
    [
      "an erasure past its deadline",
      { state: "erasing", cause: "data.deletion_required", token: null },
      (eventId: string) => plantErasure(eventId, ago(1_000)),
      "The deadline of its erasure has passed.",
    ],
  ])("names %s in words", async (_, told, prepare, sentence) => {
    const eventId = await plantInstallation(told);
    await prepare?.(eventId);
    expect(await rowOf(eventId)).toMatchObject({ health: "trouble", troubles: [sentence] });
  });

  async function plantErasure(eventId: string, dueAt: Date): Promise<void> {
    await plantRow(eventId, "erasures", {
      id: crypto.randomUUID(),
      organization_id: "org_a",
      scope: "all",
      state: "open",
      rule: "required",
      cause: "data.deletion_required",
      ended_at: ago(DAY_MS),
      planned_at: dueAt,
      due_at: dueAt,
    });
  }

  test("is filtered by state, cause, health and words, and its facets count what the rest matches", async () => {
    const organization = `org_${crypto.randomUUID()}`;
    const columns = { organization_id: organization };
    const good = await plantInstallation({ title: "Zephyr Summit", columns });
    const paused = await plantInstallation({ columns: { ...columns, paused_at: new Date() } });
    const ended = await plantInstallation({
      state: "revoked",
      cause: "token_revoked",
      token: null,
      columns,
    });
    const gone = await plantInstallation({
      state: "revoked",
      cause: "not_listed",
      token: null,
      columns,
    });
    const q = organization.toUpperCase();
    const all = await listConnectionsOfAllEvents(operator, { q });
    expect(all.rows.map(({ health }) => health)).toEqual(["trouble", "good", "ended", "ended"]);
    expect(all).toMatchObject({
      total: 4,
      states: { active: 2, revoked: 2 },
      causes: { connected: 2, token_revoked: 1, not_listed: 1 },
    });
    expect(await idsOf({ q, health: "trouble" })).toEqual([paused]);
    expect((await idsOf({ q, health: "ended" })).toSorted()).toEqual([ended, gone].toSorted());
    expect(await idsOf({ q: "zephyr" })).toEqual([good]);
    expect(await listConnectionsOfAllEvents(operator, { q, cause: "not_listed" })).toMatchObject({
      total: 1,
      rows: [{ eventId: gone, token: null, budget: null, nextReconcileAt: null }],
      states: { revoked: 1 },
      causes: { connected: 2, token_revoked: 1, not_listed: 1 },
    });
    expect(await listConnectionsOfAllEvents(operator, { q, state: "active" })).toMatchObject({
      total: 2,
      states: { active: 2, revoked: 2 },
      causes: { connected: 2 },
    });
    await expect(idsOf({ health: "fine" })).rejects.toMatchObject({ name: "ZodError" });
  });

  test("foretells the next reconcile to the minute at which it is asked for", async () => {
    const eventId = await plantInstallation({ columns: { connected_at: ago(3 * DAY_MS) } });
    const due = async () => Date.parse((await rowOf(eventId))?.nextReconcileAt ?? "");
    expect(await due()).toBeLessThanOrEqual(Date.now());
    await requestDueReconciles();
    const next = await due();
    expect(next).toBeGreaterThan(Date.now());
    expect(next - Date.now()).toBeLessThanOrEqual(DAY_MS);
    await withEventSql(eventId, (sql) =>
      sql.query("UPDATE sync_runs SET state = 'completed' WHERE event_id = $1", [eventId]),
    );
    const runs = async () =>
      (
        await withEventSql(eventId, (sql) =>
          sql.query("SELECT 1 FROM sync_runs WHERE event_id = $1", [eventId]),
        )
      ).rowCount;
    await requestDueReconciles(new Date(next - 1));
    expect(await runs()).toBe(1);
    await requestDueReconciles(new Date(next));
    expect(await runs()).toBe(2);
  });
});

describe("one connection", () => {
  test("has a trail in one order, in which an operator's action is told once, with the name", async () => {
    const eventId = await plantInstallation();
    await plantRow(eventId, "audit_entries", {
      id: crypto.randomUUID(),
      at: ago(DAY_MS),
      actor: "member-1",
      action: "connection.connected",
      detail: "{}",
    });
    await pauseConnection(operator, { eventId, reason: WHY });
    const { trail } = await getConnectionDetail(operator, { eventId });
    expect(trail).toMatchObject([
      { actor: "local", action: "connection.paused", reason: WHY },
      { actor: "member-1", action: "connection.connected", reason: null },
    ]);
  });

  test("shows its runs, its erasures and how much of what is held", async () => {
    const eventId = await plantInstallation();
    await plantRun(eventId, { state: "completed", finished_at: new Date(), pages: 2, rows: 60 });
    await plantRun(eventId, { state: "queued" });
    await plantRow(eventId, "program_days", {
      day_id: "day_1",
      date: "2026-11-23",
      version_at: new Date(),
      mirrored_at: new Date(),
    });
    const detail = await getConnectionDetail(operator, { eventId });
    expect(detail.connection).toEqual(await rowOf(eventId));
    expect(detail.runs).toMatchObject([
      { state: "queued" },
      { state: "completed", pages: 2, rows: 60 },
    ]);
    const preview = await previewErasureOfEvent(operator, { eventId });
    expect(detail.holds).toEqual(preview.counts);
    expect(preview.total).toBeGreaterThanOrEqual(4);
  });

  test("that does not exist is not found", async () => {
    for (const eventId of [`evt_${crypto.randomUUID()}`, "integration", "", "evt_'"]) {
      for (const verb of [getConnectionDetail, previewErasureOfEvent]) {
        await expect(verb(operator, { eventId })).rejects.toMatchObject({ code: "not_found" });
      }
    }
  });

  test("and the list are no stranger's", async () => {
    const eventId = await plantInstallation();
    for (const stranger of STRANGERS) {
      for (const asked of [
        () => listConnectionsOfAllEvents(stranger, {}),
        () => listConnectionsOfAllEvents(stranger, { health: "fine" }),
        () => getConnectionDetail(stranger, { eventId }),
        () => getConnectionDetail(stranger, { eventId: "" }),
        () => previewErasureOfEvent(stranger, { eventId }),
      ]) {
        await expect(asked()).rejects.toMatchObject({ code: "unauthenticated" });
      }
    }
  });
});
