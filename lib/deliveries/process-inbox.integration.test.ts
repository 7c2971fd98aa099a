import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { databasePool, type Sql, withEventSql, withSystemSql } from "@/lib/db";
import { sizeOf } from "@/testing/long-form";
import { plantConnection } from "@/testing/plant-connection";
import { beginBatch } from "./begin-batch";
import { processEventDeliveries } from "./process-event-deliveries";
import { processInbox } from "./process-inbox";
import { readWaiting } from "./read-waiting";
import { postponeDelivery } from "./settle-deliveries";
import { type NewDelivery, storeDeliveries } from "./store-deliveries";

let eventId = "";
const BASE = Date.now() + 60_000;
const at = (seconds: number) => new Date(BASE + seconds * 1000);

beforeEach(async () => {
  eventId = await plantConnection();
});

type Told = { type: string; data: object; seconds?: number; event?: string | null; org?: string };

function delivery({ type, data, seconds = 0, event = eventId, org = "org_a" }: Told): NewDelivery {
  const envelopeId = randomUUID();
  const occurredAt = at(seconds);
  const json = {
    id: envelopeId,
    type,
    occurred_at: occurredAt.toISOString(),
    event_id: event,
    organization_id: event === null ? null : org,
    data,
  };
  const body = Buffer.from(JSON.stringify(json));
  const signature = Buffer.from(randomUUID().replaceAll("-", "").repeat(2), "hex");
  return {
    eventId: event ?? "",
    deliveryId: randomUUID(),
    signedAt: new Date(),
    signature,
    type,
    envelopeId,
    occurredAt,
    body,
  };
}

function review(participant: string, status: string, seconds = 0, event = eventId): NewDelivery {
  const data = {
    id: `app_${participant}`,
    participant_id: `ptp_${participant}`,
    user_id: `usr_${participant}`,
    status,
    custom_form_fields: {},
  };
  return delivery({ type: "application.approved", data, seconds, event });
}

async function query<T extends object>(text: string, event = eventId): Promise<T[]> {
  const rows = (sql: Sql) => sql.query<T>(text, [event]);
  return (await (event === "" ? withSystemSql(rows) : withEventSql(event, rows))).rows;
}

/** Something of ours fails, not of the delivery's. */
function failOnce({ deliveryId }: NewDelivery): Promise<void> {
  return withEventSql(eventId, (sql) =>
    postponeDelivery(sql, eventId, deliveryId, new Error("the disk is full")),
  );
}

type Kept = {
  state: string;
  outcome: string;
  attempts: number;
  body: Buffer | null;
  last_error: string;
};
const kept = async ({ deliveryId }: NewDelivery, event = eventId) =>
  (
    await query<Kept>(
      `SELECT * FROM deliveries WHERE event_id = $1 AND delivery_id = '${deliveryId}'`,
      event,
    )
  )[0];
const statusOf = async (participant: string, event = eventId) =>
  (
    await query<{ status: string }>(
      `SELECT status FROM participants WHERE event_id = $1 AND participant_id = 'ptp_${participant}'`,
      event,
    )
  )[0]?.status;

describe("the inbox", () => {
  test("mirrors each delivery, tells open pages, and keeps the body for as long as payloads are kept", async () => {
    const told = review("ann", "approved");
    await storeDeliveries([told]);
    await processInbox();
    expect(await statusOf("ann")).toBe("approved");
    expect(await kept(told)).toMatchObject({
      state: "processed",
      outcome: "applied",
      body: told.body,
    });
    const changes = await query<{ topic: string; ids: string[] }>(
      "SELECT topic, ids FROM changes WHERE event_id = $1 ORDER BY seq",
    );
    expect(changes).toEqual([{ topic: "participants", ids: ["ptp_ann"] }]);
    await storeDeliveries([review("ann", "approved")]);
    await processInbox();
    expect(
      (await query("SELECT topic FROM changes WHERE event_id = $1 ORDER BY seq")).at(-1),
    ).toEqual({ topic: "deliveries" });
  });

  test("ends with the newest state, whatever the order of arrival (contract 6.5)", async () => {
    const newest = ["rejected", "pending", "approved"] as const;
    const arrivals = fc.shuffledSubarray([...newest], { minLength: newest.length });
    const pauses = fc.array(fc.boolean(), { minLength: newest.length, maxLength: newest.length });
    const arrive = async (statuses: (typeof newest)[number][], isProcessedAfter: boolean[]) => {
      eventId = await plantConnection();
      for (const [at, status] of statuses.entries()) {
        await storeDeliveries([review("ann", status, 10 * (1 + newest.indexOf(status)))]);
        if (isProcessedAfter[at]) await processInbox();
      }
      await processInbox();
      expect(await statusOf("ann")).toBe("approved");
      const history = await query("SELECT 1 FROM participant_history WHERE event_id = $1");
      expect(history).toHaveLength(3);
    };
    await fc.assert(fc.asyncProperty(arrivals, pauses, arrive), { numRuns: sizeOf(20, 200) });
  });

  test("is not held up by a delivery that says nothing anybody could read, which is a dead letter at once", async () => {
    const poison = delivery({ type: "application.approved", data: { participant_id: 7 } });
    await storeDeliveries([review("ann", "approved"), poison, review("bea", "rejected")]);
    await processInbox();
    expect([await statusOf("ann"), await statusOf("bea")]).toEqual(["approved", "rejected"]);
    const after = await kept(poison);
    expect(after).toMatchObject({ state: "dead", attempts: 1 });
    expect(after?.last_error).toContain("not as the contract says");
    expect(after?.body).not.toBeNull();
  });

  test("is not held up by a delivery with a number or a moment that PostgreSQL cannot keep", async () => {
    const refused = review("cid", "approved");
    refused.body = Buffer.from(refused.body.toString().replace("{}", '{"deep":1e400}'));
    const tooEarly = review("dan", "approved");
    const text = tooEarly.body
      .toString()
      .replace(/"occurred_at":"[^"]+"/, '"occurred_at":"0000-01-01T00:00:00Z"');
    tooEarly.body = Buffer.from(text);
    await storeDeliveries([
      review("ann", "approved"),
      refused,
      tooEarly,
      review("bea", "rejected"),
    ]);
    await processInbox();
    expect([await statusOf("ann"), await statusOf("bea")]).toEqual(["approved", "rejected"]);
    expect(await kept(tooEarly)).toMatchObject({
      state: "dead",
      attempts: 1,
      last_error: "not as the contract says: occurred_at (custom)",
    });
  });

  test("gives up after the eighth attempt and keeps the body for the operator", async () => {
    const poison = review("ann", "approved");
    await storeDeliveries([poison]);
    for (let attempt = 1; attempt <= 8; attempt += 1) {
      await failOnce(poison);
      const after = await kept(poison);
      expect(after).toMatchObject({ attempts: attempt, state: attempt < 8 ? "pending" : "dead" });
    }
    expect((await kept(poison))?.body).not.toBeNull();
  });

  test("waits longer after each failure", async () => {
    const poison = review("ann", "approved");
    await storeDeliveries([poison]);
    const waits: number[] = [];
    for (let attempt = 0; attempt < 3; attempt += 1) {
      await failOnce(poison);
      const [row] = await query<{ wait: number }>(
        "SELECT extract(epoch FROM next_attempt_at - clock_timestamp())::int AS wait FROM deliveries WHERE event_id = $1",
      );
      waits.push(row?.wait ?? 0);
    }
    expect(waits).toEqual([5, 15, 45]);
  });

  test("keeps an unknown type with its body, and never fails on it (contract 6.7)", async () => {
    const told = delivery({ type: "badge.printed", data: { anything: true } });
    await storeDeliveries([told]);
    await processInbox();
    const after = await kept(told);
    expect(after).toMatchObject({ state: "processed", outcome: "unknown_type" });
    expect(after?.body).not.toBeNull();
  });

  test("drops what belongs to no live connection, and keeps its row", async () => {
    const ended = await plantConnection({ state: "revoked" });
    const strange = `evt_${randomUUID()}`;
    const cases: [NewDelivery, string][] = [
      [review("ann", "approved", 0, ended), ended],
      [review("ann", "approved", 0, strange), strange],
      [
        delivery({ type: "participant.registered", data: { id: "ptp_ann" }, org: "org_b" }),
        eventId,
      ],
    ];
    await storeDeliveries(cases.map(([told]) => told));
    await processInbox();
    for (const [told, event] of cases) {
      expect(await kept(told, event)).toMatchObject({ outcome: "no_connection", body: null });
      expect(await statusOf("ann", event)).toBeUndefined();
    }
  });

  test("mirrors activities and the event itself", async () => {
    const event = {
      id: eventId,
      organization_id: "org_a",
      title: "Fair",
      publish_status: "published",
    };
    const activity = { id: "act_1", title: "Opening", signed_up_count: 3 };
    await storeDeliveries([
      delivery({ type: "event.published", data: event, seconds: 5 }),
      delivery({
        type: "event.unpublished",
        data: { ...event, publish_status: "unpublished" },
        seconds: 9,
      }),
      delivery({ type: "event.updated", data: { ...event, title: "Old" }, seconds: 1 }),
      delivery({ type: "activity.updated", data: activity, seconds: 1 }),
      delivery({
        type: "activity.capacity_state_changed",
        data: { ...activity, signed_up_count: 9 },
        seconds: 2,
      }),
    ]);
    await processInbox();
    expect(await query("SELECT title, publish_status FROM events WHERE event_id = $1")).toEqual([
      { title: "Fair", publish_status: "unpublished" },
    ]);
    expect(
      await query("SELECT title, signed_up_count FROM activities WHERE event_id = $1"),
    ).toEqual([{ title: "Opening", signed_up_count: 9 }]);
  });

  test("refuses a snapshot of another event inside this event's delivery", async () => {
    const event = {
      id: "evt_other",
      organization_id: "org_a",
      title: "Fair",
      publish_status: "published",
    };
    const told = delivery({ type: "event.updated", data: event });
    await storeDeliveries([told]);
    await processInbox();
    expect(await kept(told)).toMatchObject({
      state: "dead",
      last_error: "the snapshot is of another event",
    });
  });
});

describe("the ends of a connection", () => {
  const stateOf = async (event: string) =>
    (
      await query<{ state: string; cause: string; due_at: Date | null }>(
        `SELECT *, (SELECT due_at FROM erasures e WHERE e.event_id = c.event_id AND e.state = 'open') AS due_at
         FROM connections c WHERE event_id = $1`,
        event,
      )
    )[0];

  test("data.deletion_required ends it with its deadline, before all that waits (contract 7.1)", async () => {
    const deadline = at(86_400);
    await storeDeliveries([review("ann", "approved")]);
    await processInbox();
    const waiting = review("ann", "rejected", 1);
    await storeDeliveries([waiting]);
    await storeDeliveries([
      delivery({
        type: "data.deletion_required",
        data: { deadline_at: deadline.toISOString() },
        seconds: 1,
      }),
    ]);
    const late = review("bea", "approved", 2);
    await storeDeliveries([late]);
    await processInbox();
    expect(await stateOf(eventId)).toMatchObject({
      state: "revoked",
      cause: "data.deletion_required",
      due_at: deadline,
    });
    expect(await statusOf("ann")).toBe("approved");
    for (const each of [waiting, late]) {
      expect(await kept(each)).toMatchObject({ outcome: "no_connection" });
    }
  });

  test("a late data.deletion_required does not end a connection made since", async () => {
    const told = delivery({ type: "data.deletion_required", data: {}, seconds: -120 });
    await storeDeliveries([told]);
    await processInbox();
    expect(await stateOf(eventId)).toMatchObject({ state: "active" });
    expect(await kept(told)).toMatchObject({ outcome: "older" });
  });

  test("integration.suspended ends every connection (contract 7.6)", async () => {
    const other = await plantConnection();
    const told = delivery({
      type: "integration.suspended",
      data: { reason: "abuse" },
      event: null,
    });
    await storeDeliveries([told]);
    await processInbox();
    expect(await kept(told, "")).toMatchObject({ outcome: "applied" });
    for (const event of [eventId, other]) expect((await stateOf(event))?.state).toBe("suspended");
  });

  test("user.revoked_access takes that person's tokens and nobody else's (contract 7.5)", async () => {
    for (const holder of ["installation", "usr_ann", "usr_bea"]) {
      await query(
        `INSERT INTO tokens (event_id, holder, access_token, refresh_token, access_expires_at, refresh_expires_at, first_issued_at)
         VALUES ($1, '${holder}', 'x', 'x', now(), now(), now())`,
      );
    }
    const told = (userId: string, seconds: number) =>
      delivery({ type: "user.revoked_access", data: { user_id: userId }, seconds });
    await storeDeliveries([told("usr_ann", 1), told("usr_bea", -120), told("installation", 1)]);
    await processInbox();
    const holders = await query("SELECT holder FROM tokens WHERE event_id = $1 ORDER BY holder");
    expect(holders).toEqual([{ holder: "installation" }, { holder: "usr_bea" }]);
  });
});

describe("several workers at once", () => {
  test("apply each delivery once", async () => {
    const second = await plantConnection();
    const told = Array.from({ length: 600 }, (_, n) =>
      review(
        `p${n % 60}`,
        ["pending", "approved", "rejected"][n % 3] ?? "",
        n,
        n % 2 ? eventId : second,
      ),
    );
    for (let start = 0; start < told.length; start += 100) {
      await storeDeliveries(told.slice(start, start + 100));
    }
    const counts = await Promise.all([processInbox(), processInbox(), processInbox()]);
    // More where a delivery that an earlier test left postponed came due.
    expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(600);
    for (const event of [eventId, second]) {
      const attempts = await query(
        "SELECT attempts, state, count(*)::int FROM deliveries WHERE event_id = $1 GROUP BY 1, 2",
        event,
      );
      expect(attempts).toEqual([{ attempts: 1, state: "processed", count: 300 }]);
      const seqs = await query<{ seq: string }>(
        "SELECT seq FROM changes WHERE event_id = $1 ORDER BY seq",
        event,
      );
      expect(seqs.map(({ seq }) => Number(seq))).toEqual(seqs.map((_, index) => index + 1));
    }
  });
});

test("a batch ends at 4 MiB, however few deliveries that are, and holds one at the least", async () => {
  const about = "a".repeat(1_000_000);
  const large = (n: number) => delivery({ type: "badge.printed", data: { n, about }, seconds: n });
  await storeDeliveries(Array.from({ length: 7 }, (_, n) => large(n)));
  const read = (most: number) =>
    withEventSql(eventId, (sql) => readWaiting(sql, eventId, most)).then(
      ({ deliveries }) => deliveries.length,
    );
  expect(await read(200)).toBe(4);
  expect(await read(2)).toBe(2);
  const other = await plantConnection();
  const huge = { n: 0, about: "a".repeat(5_000_000) };
  const small = delivery({ type: "badge.printed", data: { n: 1 }, seconds: 1, event: other });
  await storeDeliveries([delivery({ type: "badge.printed", data: huge, event: other }), small]);
  expect(
    (await withEventSql(other, (sql) => readWaiting(sql, other, 200))).deliveries,
  ).toHaveLength(1);
  expect(await processInbox()).toBeGreaterThanOrEqual(9);
});

test("an event of which deliveries keep coming gathers them, instead of a transaction for each", async () => {
  const since = performance.now();
  const isOver = () => performance.now() - since > 900;
  const coming = (async () => {
    for (let n = 0; !isOver(); n += 1) await storeDeliveries([review(`person_${n}`, "approved")]);
  })();
  const gathering = new Map<string, number>();
  while (!isOver()) await processInbox(undefined, gathering);
  await coming;
  await processInbox();
  // Rows of one batch are confirmed at one moment.
  const [mirrored] = await query<{ people: number; batches: number }>(
    `SELECT count(*)::int AS people, count(DISTINCT confirmed_at)::int AS batches
     FROM participants WHERE event_id = $1`,
  );
  // Full batches follow each other at once.
  const { people = 0, batches = 0 } = mirrored ?? {};
  expect(people).toBeGreaterThan(100);
  expect(batches).toBeLessThanOrEqual((performance.now() - since) / 150 + people / 200 + 3);
});

describe("a batch that was cut off", () => {
  /** As if the process had ended in the middle of the event's next batch. */
  async function cutOff(): Promise<number> {
    const { deliveries } = await beginBatch(eventId, 200);
    await query(
      "UPDATE connections SET batch_begun_at = now() - interval '1 minute' WHERE event_id = $1",
    );
    return deliveries.length;
  }

  test("is left to whoever began it for as long as it may be at it", async () => {
    await storeDeliveries([review("ann", "approved")]);
    expect((await beginBatch(eventId, 200)).deliveries).toHaveLength(1);
    expect(await processInbox()).toBe(0);
    expect((await beginBatch(eventId, 200)).deliveries).toEqual([]);
  });

  test("is done one by one, and the next are done together again", async () => {
    const names = ["ann", "bea", "cid"];
    for (const name of names) await storeDeliveries([review(name, "approved")]);
    expect(await cutOff()).toBe(3);
    await storeDeliveries([review("dan", "approved", 5), review("eve", "approved", 6)]);
    for (const name of names) {
      expect(await processEventDeliveries(eventId)).toMatchObject({ size: 1 });
      expect(await statusOf(name)).toBe("approved");
    }
    expect(await processEventDeliveries(eventId)).toMatchObject({ size: 2 });
  });

  test("by a fault of a living process is tried again as it is, however often", async () => {
    const told = review("ann", "approved");
    await storeDeliveries([told]);
    for (let time = 0; time < 3; time += 1) {
      await databasePool().query("ALTER TABLE changes RENAME TO changes_away");
      try {
        await expect(processEventDeliveries(eventId)).rejects.toThrow("changes");
      } finally {
        await databasePool().query("ALTER TABLE changes_away RENAME TO changes");
      }
    }
    expect(await processEventDeliveries(eventId)).toMatchObject({ size: 1 });
    expect(await kept(told)).toMatchObject({ outcome: "applied", attempts: 1 });
  });

  test("twice by one delivery makes it a dead letter, and its neighbours are applied", async () => {
    const poison = review("ann", "approved");
    await storeDeliveries([poison]);
    await storeDeliveries([review("bea", "approved", 1)]);
    expect(await cutOff()).toBe(2);
    expect(await cutOff()).toBe(1);
    await processInbox();
    expect(await statusOf("bea")).toBe("approved");
    expect(await kept(poison)).toMatchObject({
      state: "pending",
      last_error: "processing it was cut off",
    });
    await query("UPDATE deliveries SET next_attempt_at = now() WHERE event_id = $1");
    expect(await cutOff()).toBe(1);
    await processInbox();
    expect(await kept(poison)).toMatchObject({ state: "dead" });
  });
});

describe("what waits for what", () => {
  const names = Array.from({ length: 10 }, (_, n) => `p${n}`);

  test("a backlog of many events holds up neither the newest nor what ends something", async () => {
    const others = await Promise.all(Array.from({ length: 30 }, () => plantConnection()));
    for (const other of others) {
      await storeDeliveries(names.map((name) => review(name, "approved", 0, other)));
    }
    const ended = await plantConnection();
    await storeDeliveries([delivery({ type: "data.deletion_required", data: {}, event: ended })]);
    await storeDeliveries([review("ann", "approved")]);
    await processInbox();
    const order = await withSystemSql((sql) =>
      sql.query<{ event_id: string }>(
        `SELECT event_id FROM deliveries WHERE event_id = ANY($1) AND processed_at IS NOT NULL
         GROUP BY event_id ORDER BY min(processed_at)`,
        [[...others, ended, eventId]],
      ),
    );
    const first = order.rows.slice(0, 8).map((row) => row.event_id);
    expect(first).toContain(ended);
    expect(first).toContain(eventId);
  });
});
