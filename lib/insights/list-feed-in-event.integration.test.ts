import { beforeAll, expect, test } from "vitest";
import { withEvent } from "@/lib/db";
import type { Actor } from "@/lib/members/actor";
import { createSession } from "@/lib/members/create-session";
import { grantOwnership } from "@/lib/members/grant-ownership";
import { plantConnection } from "@/testing/plant-connection";
import type { FeedEntryView } from "./feed-view";
import { listFeedInEvent } from "./list-feed-in-event";

const CONNECTED = "2026-03-10T12:00:00.000Z";
let owner: Actor;
let eventId: string;

beforeAll(async () => {
  owner = { sessionHash: (await createSession()).sessionHash };
  eventId = await plantConnection({ columns: { connected_at: CONNECTED } });
  await withEvent(eventId, async ({ db, sql }) => {
    await grantOwnership(db, eventId, owner.sessionHash ?? "");
    await sql.query("DELETE FROM audit_entries WHERE event_id = $1", [eventId]);
    await sql.query(
      `INSERT INTO audit_entries (event_id, id, at, actor, action)
       SELECT $1, gen_random_uuid(), $2::timestamptz + n / 2 * interval '1 hour', 'foyer', 'connection.connected'
       FROM generate_series(0, 5) AS n`,
      [eventId, CONNECTED],
    );
    await sql.query(
      `INSERT INTO sync_runs (event_id, id, kind, state, rows, drifted, removed, finished_at)
       SELECT $1, gen_random_uuid(), 'reconcile', 'completed', 7, 1, 1, $2::timestamptz + n / 2 * interval '1 hour'
       FROM generate_series(0, 3) AS n`,
      [eventId, CONNECTED],
    );
    // Twenty people of before, two of whom nobody reviewed; all in three hours, so that moments are shared.
    await sql.query(
      `INSERT INTO participants (event_id, participant_id, name, status, submitted_at, last_reviewed_at,
         last_review_action, registered_at, updated_at, version_at, source, confirmed_at)
       SELECT $1, 'ptp_' || n, 'Person ' || n, CASE WHEN n = 20 THEN NULL ELSE 'approved' END,
         CASE WHEN n < 20 THEN $2::timestamptz - n % 3 * interval '1 hour' - interval '1 day' END,
         CASE WHEN n > 2 AND n < 20 THEN $2::timestamptz - n % 3 * interval '1 hour' END,
         CASE WHEN n <> 4 THEN 'approved' END,
         CASE WHEN n = 20 THEN $2::timestamptz - interval '1 hour' END, now(), now(), 'sync', now()
       FROM generate_series(1, 20) AS n`,
      [eventId, CONNECTED],
    );
    await sql.query(
      `INSERT INTO participant_history (event_id, participant_id, occurred_at, recorded_at, kind, status, changes)
       SELECT $1, 'ptp_' || 1 + n % 3, $2::timestamptz + n / 3 * interval '1 hour' - interval '1 minute',
         $2::timestamptz + n / 3 * interval '1 hour', 'application.approved', 'approved',
         '{"status": ["pending", "approved"]}'
       FROM generate_series(0, 8) AS n`,
      [eventId, CONNECTED],
    );
    await sql.query(
      `INSERT INTO participant_history (event_id, participant_id, occurred_at, recorded_at, kind, changes)
       VALUES ($1, 'ptp_5', $2, $2, 'reconcile', '{"removed": [false, true]}'),
         ($1, 'ptp_6', $2::timestamptz - interval '1 day', $2, 'application.submitted', '{}')`,
      [eventId, CONNECTED],
    );
  });
});

async function readAll(limit: number): Promise<FeedEntryView[]> {
  const entries: FeedEntryView[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < 100; page += 1) {
    const found = await listFeedInEvent(owner, { eventId, cursor, limit });
    entries.push(...found.entries);
    cursor = found.nextCursor;
    if (cursor === null) return entries;
  }
  throw new Error("the feed has no end");
}

test("the feed tells everything once, the newest first, however small its pages", async () => {
  const whole = await readAll(100);
  expect(new Set(whole.map(({ source, id }) => `${source} ${id}`)).size).toBe(whole.length);
  const moments = whole.map(({ at }) => at);
  expect(moments).toEqual([...moments].sort().reverse());
  for (const limit of [1, 2, 3, 5, 7]) expect(await readAll(limit)).toEqual(whole);
});

test("the feed tells of people, the connection and full reads, and of the time before it was connected", async () => {
  const whole = await readAll(100);
  const bySource = Map.groupBy(whole, ({ source }) => source);
  expect(bySource.get("connection")).toHaveLength(6);
  expect(bySource.get("sync")).toHaveLength(4);
  const people = whole.filter((entry) => entry.source === "person");
  // 11 were recorded, one of them a submission of before. A review without its outcome tells nothing, and
  // those of the very moment of connecting belong to the record.
  const before = people.filter(({ at }) => at < CONNECTED);
  expect(people.length - before.length).toBe(11);
  const byKind = [...Map.groupBy(before, ({ kind }) => kind)];
  expect(Object.fromEntries(byKind.map(([kind, all]) => [kind, all.length]))).toEqual({
    "application.submitted": 18,
    "application.approved": 10,
    "participant.registered": 1,
  });
  expect(people.find(({ isRemoved }) => isRemoved)).toMatchObject({
    name: "Person 5",
    participantId: "ptp_5",
    hasApplied: true,
    changed: ["removed"],
  });
  expect(people.find(({ participantId }) => participantId === "ptp_20")?.hasApplied).toBe(false);
});

test("another organizer's feed is not found, and a foreign cursor is refused", async () => {
  const stranger = { sessionHash: (await createSession()).sessionHash };
  await expect(listFeedInEvent(stranger, { eventId })).rejects.toMatchObject({ code: "not_found" });
  const place = (parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString("base64url");
  for (const cursor of [
    "x",
    place([CONNECTED, "sync", "1"]),
    place([CONNECTED, "person", "a"]),
    place(["0000-01-01T00:00:00Z", "told", "a"]),
  ]) {
    await expect(listFeedInEvent(owner, { eventId, cursor })).rejects.toMatchObject({
      code: "invalid",
    });
  }
});
