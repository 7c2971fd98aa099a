import { beforeAll, describe, expect, test } from "vitest";
import { withEventSql, withSystemSql } from "@/lib/db";
import { processInbox } from "@/lib/deliveries/process-inbox";
import { storeDeliveries } from "@/lib/deliveries/store-deliveries";
import type { OperatorActor } from "@/lib/operators/operator";
import {
  imageOf,
  makeDelivery,
  plantInstallation,
  plantOperator,
  STRANGERS,
  tell,
  tracesOf,
} from "@/testing/console-world";
import { plantRow } from "@/testing/plant-connection";
import { cancelReplay } from "./cancel-replay";
import { previewReplay } from "./preview-replay";
import { replayDeliveries } from "./replay-deliveries";

const WHY = "What refused them has been repaired.";

let operator: OperatorActor;
beforeAll(async () => {
  operator = await plantOperator();
});

async function query<T extends object>(text: string, eventId: string): Promise<T[]> {
  return (await withEventSql(eventId, (sql) => sql.query<T>(text, [eventId]))).rows;
}
const states = (eventId: string) =>
  query<{ state: string; outcome: string | null; count: number }>(
    `SELECT state, outcome, count(*)::int AS count FROM deliveries
     WHERE event_id = $1 GROUP BY 1, 2 ORDER BY 1, 2`,
    eventId,
  );

describe("a dry run", () => {
  const application = (name: string, status = "approved") => ({
    id: `app_${name}`,
    participant_id: `ptp_${name}`,
    user_id: `usr_${name}`,
    status,
  });
  const at = (seconds: number) => new Date(Date.now() + seconds * 1_000);

  /** Puts everything among the dead letters, however it would be applied now. */
  async function makeDead(eventId: string): Promise<void> {
    await withSystemSql((sql) =>
      sql.query("UPDATE deliveries SET state = 'dead', attempts = 8 WHERE event_id = $1", [
        eventId,
      ]),
    );
  }
  const verdictsOf = async (selection: object) =>
    (await previewReplay(operator, selection)).forecasts.map(({ verdict }) => verdict);

  test("says for each what it would come to, one after the other, as the worker does", async () => {
    const eventId = await plantInstallation();
    await tell(
      {
        type: "application.approved",
        data: application("ann"),
        event: eventId,
        occurredAt: at(60),
      },
      {
        type: "application.rejected",
        data: application("ann", "rejected"),
        event: eventId,
        occurredAt: at(30),
      },
      { type: "application.approved", data: { participant_id: 7 }, event: eventId },
      { type: "badge.printed", data: {}, event: eventId },
      {
        type: "application.approved",
        data: application("bea"),
        event: eventId,
        organizationId: "org_b",
      },
      { type: "data.deletion_required", data: {}, event: eventId, occurredAt: at(90) },
      { type: "data.deletion_required", data: {}, event: eventId, occurredAt: at(-900) },
      { type: "integration.connected", data: {}, event: eventId },
    );
    await makeDead(eventId);
    const before = await imageOf(eventId);
    expect(await verdictsOf({ event: eventId })).toEqual([
      "applies",
      "older",
      "fails",
      "unknown_type",
      "event_gone",
      "ends_connection",
      "older",
      "unchanged",
    ]);
    expect(await imageOf(eventId)).toEqual(before);
  });

  test("names what each would change, before and after, and shows nobody's words", async () => {
    const eventId = await plantInstallation();
    const said = { display_name: "Ann Smith", email: "ann@example.org" };
    const first = { ...application("ann", "pending"), ...said };
    await tell({
      type: "application.submitted",
      data: { ...first, custom_form_fields: { track: "secret law", age: 31, gone: "soon" } },
      event: eventId,
      occurredAt: at(-60),
    });
    await processInbox();
    await tell({
      type: "application.approved",
      data: {
        ...application("ann"),
        display_name: "Ann Jones",
        custom_form_fields: { track: "secret art", age: 31, "Who are you?": "Ann" },
      },
      event: eventId,
    });
    await makeDead(eventId);
    const { forecasts } = await previewReplay(operator, {
      event: eventId,
      type: "application.approved",
    });
    expect(forecasts).toMatchObject([{ verdict: "applies" }]);
    const changes = Object.fromEntries(
      (forecasts[0]?.changes ?? []).map(({ field, before, after }) => [field, [before, after]]),
    );
    expect(changes).toMatchObject({
      status: ["pending", "approved"],
      name: ["‹name›", "‹name›"],
      "answer: track": ["‹text›", "‹text›"],
      "answer: gone": ["‹text›", "nothing"],
      "answer: ‹field›": ["nothing", "‹text›"],
    });
    expect(changes).not.toHaveProperty("answer: age");
    expect(JSON.stringify(forecasts)).not.toMatch(/Ann|secret|Who/);
  });

  test("of an event that is gone, being prepared, or whose payloads are not kept, says so", async () => {
    const ended = await plantInstallation({
      state: "revoked",
      cause: "token_revoked",
      token: null,
    });
    const preparing = await plantInstallation({ state: "preparing" });
    const nobody = `evt_${crypto.randomUUID()}`;
    const forgotten = await plantInstallation();
    for (const event of [ended, preparing, nobody, forgotten]) {
      await tell({ type: "application.approved", data: application("ann"), event });
      await makeDead(event);
    }
    await withSystemSql((sql) =>
      sql.query("UPDATE deliveries SET body = NULL WHERE event_id = $1", [forgotten]),
    );
    expect(await verdictsOf({ event: ended })).toEqual(["event_gone"]);
    expect(await verdictsOf({ event: nobody })).toEqual(["event_gone"]);
    expect(await verdictsOf({ event: preparing })).toEqual(["before_sync"]);
    expect(await verdictsOf({ event: forgotten })).toEqual(["no_payload"]);
    const replayed = await replayDeliveries(operator, { event: forgotten, reason: WHY });
    expect(replayed).toMatchObject({ replayed: 0 });
  });

  test("never ends anything: a suspension is only described", async () => {
    const eventId = await plantInstallation();
    await tell({ type: "integration.suspended", data: {}, event: null });
    await makeDead("");
    const { forecasts } = await previewReplay(operator, { event: "integration" });
    expect(forecasts).toMatchObject([{ eventId: null, verdict: "ends_connection" }]);
    const [connection] = await query<{ state: string }>(
      "SELECT state FROM connections WHERE event_id = $1",
      eventId,
    );
    expect(connection?.state).toBe("active");
    await withSystemSql((sql) => sql.query("DELETE FROM deliveries WHERE event_id = ''"));
  });

  test("says of a paused event that the delivery would wait", async () => {
    const eventId = await plantInstallation({ columns: { paused_at: new Date() } });
    await tell({ type: "application.approved", data: application("ann"), event: eventId });
    await makeDead(eventId);
    const { forecasts } = await previewReplay(operator, { event: eventId });
    expect(forecasts).toMatchObject([{ verdict: "applies", problem: /paused/ }]);
  });

  test("does not wait long for an event that other work holds", async () => {
    const eventId = await plantInstallation();
    await tell({ type: "application.approved", data: application("ann"), event: eventId });
    await withEventSql(eventId, async (sql) => {
      await sql.query("SELECT pg_advisory_xact_lock(hashtextextended('mirror:' || $1, 0))", [
        eventId,
      ]);
      expect(await verdictsOf({ event: eventId })).toEqual(["busy"]);
    });
  });

  test("looks at the first 500, oldest first, and says how many there are", async () => {
    const eventId = await plantInstallation();
    await storeMany(eventId, 620);
    const preview = await previewReplay(operator, { event: eventId });
    expect(preview.forecasts).toHaveLength(500);
    expect(preview).toMatchObject({ total: 620, verdicts: { applies: 500 } });
    expect(preview.forecasts[0]?.deliveryId).toBe(await oldestOf(eventId));
  });

  async function storeMany(eventId: string, count: number): Promise<void> {
    const made = Array.from({ length: count }, (_, nth) =>
      makeDelivery({ type: "application.approved", data: application(`p${nth}`), event: eventId }),
    );
    await storeDeliveries(made);
  }
  const oldestOf = async (eventId: string) =>
    (
      await query<{ delivery_id: string }>(
        "SELECT delivery_id FROM deliveries WHERE event_id = $1 ORDER BY received_at, delivery_id LIMIT 1",
        eventId,
      )
    )[0]?.delivery_id;
});

describe("a replay", () => {
  test("of chosen deliveries touches no other, and is on record for each event and for the whole", async () => {
    const [one, other] = [await plantInstallation(), await plantInstallation()];
    const data = { id: "app_ann", participant_id: "ptp_ann", status: "approved" };
    const [first] = await tell({ type: "application.approved", data, event: one });
    const [second] = await tell({ type: "application.approved", data, event: other });
    await tell({ type: "application.approved", data, event: one });
    await withSystemSql((sql) =>
      sql.query(
        "UPDATE deliveries SET state = 'dead', attempts = 8, last_error = 'x' WHERE event_id IN ($1, $2)",
        [one, other],
      ),
    );
    const deliveries = [first, second].map((made) => ({
      eventId: made?.eventId,
      deliveryId: made?.deliveryId,
    }));
    expect(await replayDeliveries(operator, { deliveries, reason: WHY })).toMatchObject({
      replayed: 2,
    });
    expect((await states(one)).map(({ state, count }) => [state, count])).toEqual([
      ["dead", 1],
      ["pending", 1],
    ]);
    const [fresh] = await query(
      `SELECT attempts, last_error, outcome, processed_at, next_attempt_at <= clock_timestamp() AS is_due
       FROM deliveries WHERE event_id = $1`,
      other,
    );
    expect(fresh).toEqual({
      attempts: 0,
      last_error: null,
      outcome: null,
      processed_at: null,
      is_due: true,
    });
    for (const event of [one, other]) {
      const { actions, audit } = await tracesOf(event);
      expect(actions).toMatchObject([{ operator: "local", reason: WHY, detail: { replayed: 1 } }]);
      expect(audit).toMatchObject([{ action: "deliveries.replayed", detail: { reason: WHY } }]);
    }
    // The reason's words may name people: they stand with the events, and go with their erasures.
    expect((await tracesOf("")).actions.at(-1)).toMatchObject({
      action: "deliveries.replayed",
      reason: "",
      detail: { replayed: 2, events: 2, chosen: 2 },
    });
  });

  test("can be cancelled: what still waits stands as before, what was applied stays applied", async () => {
    const eventId = await plantInstallation();
    const data = (name: string) => ({
      id: `app_${name}`,
      participant_id: `ptp_${name}`,
      user_id: `usr_${name}`,
      status: "approved",
    });
    const [ann, bob] = await tell(
      { type: "application.approved", data: data("ann"), event: eventId },
      { type: "application.approved", data: data("bob"), event: eventId },
    );
    await withSystemSql((sql) =>
      sql.query(
        "UPDATE deliveries SET state = 'dead', attempts = 8, last_error = 'x' WHERE event_id = $1",
        [eventId],
      ),
    );
    const deliveries = [ann, bob].map((made) => ({ eventId, deliveryId: made?.deliveryId }));
    const { replayId } = await replayDeliveries(operator, { deliveries, reason: WHY });
    await withSystemSql((sql) =>
      sql.query(
        "UPDATE deliveries SET next_attempt_at = now() + interval '1 hour' WHERE delivery_id = $1",
        [bob?.deliveryId],
      ),
    );
    await processInbox();
    expect(await cancelReplay(operator, { replayId, reason: WHY })).toEqual({ cancelled: 1 });
    expect(await states(eventId)).toEqual([
      { state: "dead", outcome: null, count: 1 },
      { state: "processed", outcome: "applied", count: 1 },
    ]);
    const [taken] = await query(
      `SELECT attempts, last_error, replay_id FROM deliveries WHERE event_id = $1 AND state = 'dead'`,
      eventId,
    );
    expect(taken).toEqual({ attempts: 8, last_error: "x", replay_id: null });
    expect((await tracesOf(eventId)).actions.map(({ action }) => action).sort()).toEqual([
      "deliveries.replay_cancelled",
      "deliveries.replayed",
    ]);
    expect(await cancelReplay(operator, { replayId, reason: WHY })).toEqual({ cancelled: 0 });
    for (const stranger of STRANGERS) {
      await expect(cancelReplay(stranger, { replayId, reason: WHY })).rejects.toMatchObject({
        code: "unauthenticated",
      });
    }
  });

  test("of the integration as a whole is on record as well, also when another event is busy", async () => {
    const eventId = await plantInstallation();
    const [whole] = await tell({ type: "badge.printed", data: {}, event: null });
    const [other] = await tell({ type: "badge.printed", data: {}, event: eventId });
    await withSystemSql((sql) => sql.query("UPDATE deliveries SET state = 'dead'"));
    const deliveries = [
      { eventId: null, deliveryId: whole?.deliveryId },
      { eventId, deliveryId: other?.deliveryId },
    ];
    await withEventSql(eventId, async (sql) => {
      await sql.query("SELECT pg_advisory_xact_lock(hashtextextended('inbox:' || $1, 0))", [
        eventId,
      ]);
      const asked = replayDeliveries(operator, { deliveries, reason: `${WHY} All.` });
      await expect(asked).rejects.toMatchObject({ code: "conflict" });
    });
    const { actions } = await tracesOf("");
    expect(actions.slice(-2)).toMatchObject([
      { detail: { replayed: 1, event: "integration" } },
      { detail: { replayed: 1, events: 2, chosen: 2 } },
    ]);
    expect(await tracesOf(eventId)).toEqual({ actions: [], audit: [] });
  });

  test("does not skip the line of what is about to be processed for the first time", async () => {
    const eventId = await plantInstallation();
    await tell({ type: "badge.printed", data: {}, event: eventId });
    expect(await replayDeliveries(operator, { event: eventId, reason: WHY })).toMatchObject({
      replayed: 0,
    });
  });

  test("waits for a worker that is at the event, and says so when that takes too long", async () => {
    const eventId = await plantInstallation();
    await tell({ type: "badge.printed", data: {}, event: eventId });
    await query("UPDATE deliveries SET state = 'dead' WHERE event_id = $1", eventId);
    await withEventSql(eventId, async (sql) => {
      await sql.query("SELECT pg_advisory_xact_lock(hashtextextended('inbox:' || $1, 0))", [
        eventId,
      ]);
      const asked = replayDeliveries(operator, { event: eventId, reason: WHY });
      await expect(asked).rejects.toMatchObject({ code: "conflict" });
    });
    expect(await tracesOf(eventId)).toEqual({ actions: [], audit: [] });
  });

  test("is not a stranger's, neither its preview", async () => {
    const eventId = await plantInstallation();
    await tell({ type: "badge.printed", data: {}, event: eventId });
    await plantRow(eventId, "audit_entries", {
      id: crypto.randomUUID(),
      actor: "foyer",
      action: "x",
    });
    const before = await imageOf(eventId);
    for (const stranger of STRANGERS) {
      for (const raw of [{ event: eventId, reason: WHY }, { nonsense: 1 }, null]) {
        for (const verb of [replayDeliveries, previewReplay]) {
          await expect(verb(stranger, raw)).rejects.toMatchObject({ code: "unauthenticated" });
        }
      }
    }
    expect(await imageOf(eventId)).toEqual(before);
  });

  test("of a filter with an unknown part, or of none, is refused: it would be of everything", async () => {
    for (const verb of [replayDeliveries, previewReplay]) {
      for (const raw of [{ stat: "dead" }, {}, { deliveries: [] }]) {
        const asked = verb(operator, verb === replayDeliveries ? { ...raw, reason: WHY } : raw);
        await expect(asked).rejects.toMatchObject({ name: "ZodError" });
      }
    }
  });
});
