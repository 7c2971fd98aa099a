import { expect, test } from "vitest";
import { plantConnection } from "@/testing/plant-connection";
import { withEventSql, withSystemSql } from "./db";
import { sweepRetention } from "./sweep-retention";

test("calls, changes and sessions that nobody needs any more are swept, others stay", async () => {
  await withEventSql("evt_a", async (sql) => {
    await sql.query(
      `INSERT INTO api_calls (event_id, holder, started_at, expires_at)
       SELECT 'evt_a', 'installation', at, at FROM unnest($1::timestamptz[]) AS t(at)`,
      [[new Date(Date.now() - 3 * 3_600_000), new Date(Date.now() - 3_600_000)]],
    );
    await sql.query(
      `INSERT INTO changes (event_id, seq, topic, ids, at)
       VALUES ('evt_a', 1, 'sync', '{}', now() - interval '2 days'), ('evt_a', 2, 'sync', '{}', now())`,
    );
  });
  await withSystemSql((sql) =>
    sql.query(
      `INSERT INTO sessions (id_hash, expires_at)
       VALUES ('old', now() - interval '1 second'), ('new', now() + interval '1 day')`,
    ),
  );
  expect(await sweepRetention()).toMatchObject({ api_calls: 1, changes: 1, sessions: 1 });
  expect(await sweepRetention()).toMatchObject({ api_calls: 0, changes: 0, sessions: 0 });
});

type Planted = { eventId: string; state: string; outcome?: string; days: number; type?: string };

/** A delivery that arrived, and was processed if it was, so many days ago. */
async function plantDelivery({ eventId, state, outcome, days, type }: Planted): Promise<void> {
  await withSystemSql((sql) =>
    sql.query(
      `INSERT INTO deliveries (event_id, delivery_id, signature, type, envelope_id, occurred_at, body,
         state, outcome, received_at, processed_at)
       SELECT $1, id, id::text::bytea, $2, 'evl_1', now(), 'somebody', $3, $4, at,
         CASE WHEN $3 = 'processed' THEN at END
       FROM gen_random_uuid() id, (SELECT now() - $5 * interval '1 day' AS at) t`,
      [eventId, type ?? "participant.registered", state, outcome ?? null, days],
    ),
  );
}

async function deliveriesOf(eventId: string) {
  const { rows } = await withSystemSql((sql) =>
    sql.query(
      `SELECT state, outcome, body IS NOT NULL AS payload FROM deliveries
       WHERE event_id = $1 ORDER BY received_at`,
      [eventId],
    ),
  );
  return rows.map((row) => [row.outcome ?? row.state, row.payload]);
}

test("payloads are dropped after 30 days, however they were processed; the log stays, and what waits", async () => {
  await plantConnection({ eventId: "evt_kept" });
  for (const days of [31, 29]) {
    const of = { eventId: "evt_kept", days };
    await plantDelivery({ ...of, state: "processed", outcome: "applied" });
    await plantDelivery({ ...of, state: "processed", outcome: "unknown_type", type: "new.word" });
    await plantDelivery({ ...of, state: "dead" });
    await plantDelivery({ ...of, state: "pending" });
  }
  expect(await sweepRetention()).toMatchObject({ payloads: 3, deliveries: 0 });
  const left = await deliveriesOf("evt_kept");
  expect(
    left
      .filter(([, payload]) => !payload)
      .map(([said]) => said)
      .sort(),
  ).toEqual(["applied", "dead", "unknown_type"]);
  expect(left).toHaveLength(8);
});

test("more payloads than one batch takes go all the same", async () => {
  await plantConnection({ eventId: "evt_many" });
  await withSystemSql((sql) =>
    sql.query(
      `INSERT INTO deliveries (event_id, delivery_id, signature, type, envelope_id, occurred_at, body,
         state, outcome, received_at, processed_at)
       SELECT 'evt_many', gen_random_uuid(), n::text::bytea, 'a', 'evl', now(), 'x', 'processed',
         'applied', now() - interval '40 days', now() - interval '40 days'
       FROM generate_series(1, 2001) n`,
    ),
  );
  expect(await sweepRetention()).toMatchObject({ payloads: 2_001 });
});

test("the log of an event without a connection is forgotten 30 days after it came, with its failures", async () => {
  await plantConnection({ eventId: "evt_known" });
  for (const eventId of ["evt_known", "evt_unknown", ""]) {
    for (const days of [31, 29]) {
      await plantDelivery({ eventId, days, state: "processed", outcome: "no_connection" });
    }
  }
  await withSystemSql((sql) =>
    sql.query(
      `INSERT INTO delivery_failures (event_id, delivery_id, reason)
       SELECT event_id, delivery_id, 'why' FROM deliveries WHERE event_id = 'evt_unknown'`,
    ),
  );
  expect(await sweepRetention()).toMatchObject({ deliveries: 1 });
  const left = await Promise.all(["evt_known", "evt_unknown", ""].map(deliveriesOf));
  expect(left.map((rows) => rows.length)).toEqual([2, 1, 2]);
  const failures = await withSystemSql((sql) => sql.query("SELECT 1 FROM delivery_failures"));
  expect(failures.rowCount).toBe(1);
});

test("operators' sessions, links and attempts go when they expire, their checks beyond fifty, broken glasses after a year", async () => {
  await withSystemSql(async (sql) => {
    for (const [table, columns, values] of [
      ["operator_sessions", "id_hash, operator", "at::text, 'local'"],
      ["operator_links", "token_hash", "at::text"],
      [
        "operator_attempts",
        "state_hash, browser_hash, code_verifier, nonce, return_to",
        "at::text, '', '', '', '/admin'",
      ],
    ]) {
      await sql.query(
        `INSERT INTO ${table} (${columns}, expires_at) SELECT ${values}, at
         FROM unnest(ARRAY[now() - interval '1 second', now() + interval '1 hour']) AS t(at)`,
      );
    }
    await sql.query(
      `INSERT INTO installation_checks (id, asked_by, at)
       SELECT gen_random_uuid(), n::text, now() - n * interval '1 minute' FROM generate_series(1, 53) n`,
    );
  });
  await withEventSql("evt_kept", (sql) =>
    sql.query(
      `INSERT INTO glass_breaks (event_id, id, operator, reason, expires_at)
       SELECT 'evt_kept', gen_random_uuid(), 'local', 'why', now() - n * interval '1 day'
       FROM unnest(ARRAY[364, 366]) n`,
    ),
  );
  expect(await sweepRetention()).toMatchObject({
    operator_sessions: 1,
    operator_links: 1,
    operator_attempts: 1,
    installation_checks: 3,
    glass_breaks: 1,
  });
  const newest = await withSystemSql((sql) =>
    sql.query("SELECT max(asked_by::int) AS oldest, count(*)::int FROM installation_checks"),
  );
  expect(newest.rows).toEqual([{ oldest: 50, count: 50 }]);
});
