import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { plantConnection } from "@/testing/plant-connection";
import { withEventSql } from "./db";
import { pruneEvent } from "./prune-event";

/** One row that is just not old enough and 1,200 that are, of everything that only grows. */
async function plantPast(eventId: string): Promise<void> {
  await withEventSql(eventId, async (sql) => {
    const past =
      "FROM (SELECT n, now() - interval '3 years' * sign(n) AS at FROM generate_series(0, 1200) n) p";
    const run = randomUUID();
    await sql.query(
      `INSERT INTO participants (event_id, participant_id, updated_at, version_at, source, confirmed_at)
       VALUES ($1, 'ptp_a', now(), now(), 'sync', now()), ($1, 'ptp_b', now(), now(), 'sync', now())`,
      [eventId],
    );
    for (const text of [
      `INSERT INTO participant_history (event_id, participant_id, occurred_at, recorded_at, kind, changes)
       SELECT $1, 'ptp_a', at, at, 'old', '{}' ${past}`,
      `INSERT INTO participant_history (event_id, participant_id, occurred_at, kind, changes)
       SELECT $1, 'ptp_b', now(), 'many', '{}' FROM generate_series(1, 2500)`,
      `INSERT INTO deliveries (event_id, delivery_id, signature, type, envelope_id, occurred_at, body, state, received_at)
       SELECT $1, gen_random_uuid(), ($1 || n)::bytea, 'a', 'evl' || n, at, 'x', 'processed', at ${past}`,
      `INSERT INTO deliveries (event_id, delivery_id, signature, type, envelope_id, occurred_at, body, state, received_at)
       SELECT $1, gen_random_uuid(), 'waits'::bytea, 'a', 'waits', now(), 'x', 'pending', now() - interval '3 years'`,
      "INSERT INTO audit_entries (event_id, id, at, actor, action) SELECT $1, gen_random_uuid(), at, 'foyer', 'a' " +
        past,
      "INSERT INTO sync_runs (event_id, id, kind, state, created_at) SELECT $1, gen_random_uuid(), 'reconcile', 'completed', at " +
        past,
    ]) {
      await sql.query(text, [eventId]);
    }
    await sql.query(
      `INSERT INTO sync_runs (event_id, id, kind, state, created_at)
       VALUES ($1, $2, 'reconcile', 'completed', now() - interval '1 year')`,
      [eventId, run],
    );
    await sql.query(
      `INSERT INTO drifts (event_id, run_id, participant_id, cause, fields)
       VALUES ($1, $2, 'ptp_a', 'missed_delivery', '{}')`,
      [eventId, run],
    );
  });
}

async function countOf(eventId: string): Promise<Record<string, number>> {
  const tables = ["participant_history", "deliveries", "audit_entries", "sync_runs", "drifts"];
  return withEventSql(eventId, async (sql) => {
    const counts: Record<string, number> = {};
    for (const table of tables) {
      const { rows } = await sql.query(
        `SELECT count(*)::int AS n FROM ${table} WHERE event_id = $1`,
        [eventId],
      );
      counts[table] = rows[0].n;
    }
    return counts;
  });
}

test("an event keeps so many days and so many rows of its past, and no other event loses one", async () => {
  const [eventId, other] = [await plantConnection(), await plantConnection()];
  await plantPast(eventId);
  await plantPast(other);
  const before = await countOf(other);
  const pruned = await pruneEvent(eventId);
  expect(pruned).toMatchObject({ participant_history: 2_700, deliveries: 1_200, drifts: 1 });
  expect(await countOf(eventId)).toEqual({
    participant_history: 1_001,
    deliveries: 2,
    audit_entries: 1,
    sync_runs: 1,
    drifts: 0,
  });
  expect(await countOf(other)).toEqual(before);
  expect(await pruneEvent(eventId)).toMatchObject({ participant_history: 0, deliveries: 0 });
});
