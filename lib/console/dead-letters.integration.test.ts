import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { databasePool, withEventSql } from "@/lib/db";
import type { OperatorActor } from "@/lib/operators/operator";
import { imageOf, plantOperator, tracesOf } from "@/testing/console-world";
import { syncWorld } from "@/testing/sync-world";
import { startTestSandbox } from "@/testing/test-sandbox";

const EVENT = "evt_harbor";
const WHY = "The migration that refused them has been taken back.";

// The environment is read once: the product is loaded when the sandbox is there.
const revento = await startTestSandbox();
const { processInbox } = await import("@/lib/deliveries/process-inbox");
const { storeDeliveries } = await import("@/lib/deliveries/store-deliveries");
const { previewReplay } = await import("./preview-replay");
const { replayDeliveries } = await import("./replay-deliveries");
const { listDeliveriesOfAllEvents } = await import("./list-deliveries-of-all-events");
const world = await syncWorld(revento, EVENT);

let operator: OperatorActor;
beforeAll(async () => {
  operator = await plantOperator();
});
afterAll(() => revento.close());

type Sent = {
  id: string;
  type: string;
  occurred_at: string;
  event_id: string | null;
  body: { id: string };
};

/** Stores what the sandbox has sent since `known`, as if it had arrived. */
async function receive(known: Set<string>): Promise<number> {
  const { data } = (await revento.control("deliveries")) as { data: Sent[] };
  const fresh = data.filter(({ id }) => !known.has(id));
  for (const { id } of fresh) known.add(id);
  await storeDeliveries(
    fresh.map((one) => ({
      eventId: one.event_id ?? "",
      deliveryId: one.id,
      signedAt: new Date(),
      signature: randomBytes(32),
      type: one.type,
      envelopeId: one.body.id,
      occurredAt: new Date(one.occurred_at),
      body: Buffer.from(JSON.stringify(one.body)),
    })),
  );
  return fresh.length;
}

async function query<T extends object>(text: string): Promise<T[]> {
  return (await withEventSql(EVENT, (sql) => sql.query<T>(text, [EVENT]))).rows;
}
const states = () =>
  query<{ state: string; outcome: string | null; count: number }>(
    `SELECT state, outcome, count(*)::int AS count FROM deliveries
     WHERE event_id = $1 GROUP BY 1, 2 ORDER BY 1, 2`,
  );

/** As many attempts as Foyer makes, without the waits between them. */
async function exhaustAttempts(): Promise<void> {
  for (let attempt = 0; attempt < 8; attempt += 1) {
    await query("UPDATE deliveries SET next_attempt_at = now() WHERE event_id = $1");
    await processInbox();
  }
}

describe("a hundred deliveries that a fault of ours made dead letters", () => {
  // A migration that knew too few words: PostgreSQL refuses every rejection.
  const FAULT =
    "ALTER TABLE participants ADD CONSTRAINT too_few_words CHECK (status <> 'rejected') NOT VALID";
  const FIX = "ALTER TABLE participants DROP CONSTRAINT IF EXISTS too_few_words";

  beforeEach(() =>
    databasePool()
      .query(FIX)
      .then(() => world.reset()),
  );
  afterAll(() => databasePool().query(FIX));

  async function deadLetter(count: number): Promise<void> {
    const known = new Set<string>();
    await world.runToTheEnd(await world.connect());
    const { result } = (await world.act("add_applications", {
      event_id: EVENT,
      count,
      silent: true,
    })) as { result: { application_ids: string[] } };
    const reconcile = await world.requestReconcile();
    await world.runToTheEnd(reconcile);
    await receive(known);
    await processInbox();
    await query("DELETE FROM deliveries WHERE event_id = $1");
    await databasePool().query(FAULT);
    for (const application_id of result.application_ids) {
      await world.act("reject", { application_id });
    }
    expect(await receive(known)).toBe(count);
    await exhaustAttempts();
  }

  test("are previewed without a trace, replayed, and each applied once; a second replay changes nothing", {
    timeout: 120_000,
  }, async () => {
    await deadLetter(100);
    expect(await states()).toEqual([{ state: "dead", outcome: null, count: 100 }]);
    expect(await world.mirror()).not.toEqual(await world.truth());
    const [letter] = (await listDeliveriesOfAllEvents(operator, { state: "dead" })).rows;
    expect(letter?.problem).toBe("A rule of Foyer's own database refuses it (SQLSTATE 23514).");

    const filter = { state: "dead", event: EVENT };
    const stillBroken = await previewReplay(operator, filter);
    expect(stillBroken.verdicts).toEqual({ fails: 100 });
    expect(stillBroken.forecasts[0]?.problem).toBe(letter?.problem);

    await databasePool().query(FIX);
    const before = await imageOf(EVENT);
    const preview = await previewReplay(operator, filter);
    expect(preview).toMatchObject({ total: 100, verdicts: { applies: 100 } });
    expect(await imageOf(EVENT)).toEqual(before);

    expect(await replayDeliveries(operator, { ...filter, reason: WHY })).toMatchObject({
      replayed: 100,
    });
    await processInbox();
    expect(await world.mirror()).toEqual(await world.truth());
    expect(await states()).toEqual([{ state: "processed", outcome: "applied", count: 100 }]);
    const told = await query<{ times: number }>(
      `SELECT count(*)::int AS times FROM participant_history
       WHERE event_id = $1 AND kind = 'application.rejected' GROUP BY envelope_id`,
    );
    expect(told).toEqual(Array.from({ length: 100 }, () => ({ times: 1 })));
    const first = await tracesOf(EVENT);
    expect(first.actions).toMatchObject([
      { action: "deliveries.replayed", reason: WHY, detail: { replayed: 100 } },
    ]);

    const after = await imageOf(EVENT);
    expect(await replayDeliveries(operator, { ...filter, reason: WHY })).toMatchObject({
      replayed: 0,
    });
    await processInbox();
    expect(await imageOf(EVENT)).toEqual(after);

    // Even what has been applied may be replayed: it comes to nothing.
    const all = { state: "processed", event: EVENT };
    expect((await previewReplay(operator, all)).verdicts).toEqual({ unchanged: 100 });
    expect(await replayDeliveries(operator, { ...all, reason: WHY })).toMatchObject({
      replayed: 100,
    });
    await processInbox();
    expect(await world.mirror()).toEqual(await world.truth());
    expect(await states()).toEqual([{ state: "processed", outcome: "unchanged", count: 100 }]);
    const history = await query(
      "SELECT 1 FROM participant_history WHERE event_id = $1 AND kind = 'application.rejected'",
    );
    expect(history).toHaveLength(100);
  });

  test("are applied once also where two operators replay them at the same time, beside two workers", async () => {
    await deadLetter(30);
    await databasePool().query(FIX);
    const filter = { state: "dead", event: EVENT, reason: WHY };
    const [one, other] = await Promise.all([
      replayDeliveries(operator, filter),
      replayDeliveries(operator, filter),
      processInbox(),
    ]);
    expect(one.replayed + other.replayed).toBe(30);
    await Promise.all([processInbox(), processInbox()]);
    expect(await world.mirror()).toEqual(await world.truth());
    expect(await states()).toEqual([{ state: "processed", outcome: "applied", count: 30 }]);
  });
});
