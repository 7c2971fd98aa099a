import { beforeEach, expect, test } from "vitest";
import { withEvent, withEventSql } from "@/lib/db";
import type { Actor } from "@/lib/members/actor";
import { createSession } from "@/lib/members/create-session";
import { grantOwnership } from "@/lib/members/grant-ownership";
import { plantConnection } from "@/testing/plant-connection";
import { getEventOverview } from "./get-event-overview";
import { listDeliveriesInEvent } from "./list-deliveries-in-event";
import { listEventsOfSession } from "./list-events-of-session";

let owner: Actor;
let stranger: Actor;
let eventId: string;

beforeEach(async () => {
  owner = await newActor();
  stranger = await newActor();
  eventId = await connectEvent(owner, { title: "Harbor", startsAt: "2026-05-12T08:00:00Z" });
});

async function newActor(): Promise<Actor> {
  return { sessionHash: (await createSession()).sessionHash };
}

async function connectEvent(
  { sessionHash }: Actor,
  event?: { title: string; startsAt: string },
): Promise<string> {
  const id = await plantConnection({ columns: { scopes: ["event.read"] } });
  await withEvent(id, async ({ db, sql }) => {
    await grantOwnership(db, id, sessionHash ?? "");
    await sql.query(
      `INSERT INTO participants (event_id, participant_id, status, updated_at, version_at, source, confirmed_at)
       SELECT $1, 'ptp_' || n, CASE n WHEN 1 THEN NULL WHEN 2 THEN 'pending' ELSE 'approved' END,
         now(), now(), 'sync', now() FROM generate_series(1, 4) AS n`,
      [id],
    );
    if (!event) return;
    await sql.query(
      `INSERT INTO events (event_id, organization_id, title, starts_at, publish_status, timezone,
         version_at, source, mirrored_at)
       VALUES ($1, 'org_a', $2, $3, 'published', 'Europe/Zagreb', now(), 'sync', now())`,
      [id, event.title, event.startsAt],
    );
  });
  return id;
}

test("an organizer sees how their event stands, also before its name has arrived", async () => {
  const overview = await getEventOverview(owner, { eventId });
  expect(overview).toMatchObject({
    role: "owner",
    event: { title: "Harbor", startsAt: "2026-05-12T08:00:00.000Z", timezone: "Europe/Zagreb" },
    connection: { state: "active", scopes: ["event.read"], lastDeliveryAt: null },
    counts: { none: 1, pending: 1, approved: 2 },
    lastFullRead: null,
  });
  const unnamed = await connectEvent(owner);
  expect((await getEventOverview(owner, { eventId: unnamed })).event).toBeNull();
});

test("the day's changes count whoever came to a status, once, and no first reading", async () => {
  const tell = (participant: string, kind: string, status: string, changes: object, hours = 1) =>
    withEventSql(eventId, (sql) =>
      sql.query(
        `INSERT INTO participant_history (event_id, participant_id, occurred_at, recorded_at, kind, status, changes)
         SELECT $1, $2, at, at, $3, $4, $5 FROM (SELECT now() - make_interval(hours => $6) AS at) AS told`,
        [eventId, participant, kind, status, changes, hours],
      ),
    );
  const toApproved = { status: ["pending", "approved"] };
  await tell("ptp_2", "application.submitted", "pending", {});
  await tell("ptp_3", "application.approved", "approved", toApproved);
  await tell("ptp_3", "reconcile", "approved", toApproved, 2);
  await tell("ptp_4", "application.approved", "approved", toApproved, 25);
  await tell("ptp_4", "participant.profile_updated", "approved", { name: ["A", "B"] });
  await tell("ptp_2", "sync", "rejected", { status: ["pending", "rejected"] });
  const { today } = await getEventOverview(owner, { eventId });
  expect(today).toEqual({ pending: 1, approved: 1 });
});

test("the last messages come newest first, and the newest says how fresh the event is", async () => {
  await withEventSql(eventId, (sql) =>
    sql.query(
      `INSERT INTO deliveries (event_id, delivery_id, signature, type, envelope_id, occurred_at, received_at, state)
       SELECT $1, gen_random_uuid(), sha256(n::text::bytea), 'event.updated', 'env_' || n, now(),
         '2026-05-01T10:00:00Z'::timestamptz + n * interval '1 minute', 'processed'
       FROM generate_series(1, 10) AS n`,
      [eventId],
    ),
  );
  const deliveries = await listDeliveriesInEvent(owner, { eventId });
  const { connection } = await getEventOverview(owner, { eventId });
  expect(deliveries).toHaveLength(8);
  expect(deliveries[0]?.receivedAt).toBe("2026-05-01T10:10:00.000Z");
  expect(connection.lastDeliveryAt).toBe("2026-05-01T10:10:00.000Z");
});

test("another organizer's event is not found, and nobody is asked to connect", async () => {
  await expect(getEventOverview(stranger, { eventId })).rejects.toMatchObject({
    code: "not_found",
  });
  await expect(getEventOverview({ sessionHash: null }, { eventId })).rejects.toMatchObject({
    code: "unauthenticated",
  });
});

test("a browser lists its own events with their counts, the soonest first, and no others", async () => {
  const later = await connectEvent(owner, { title: "Later", startsAt: "2027-01-01T08:00:00Z" });
  const unnamed = await connectEvent(owner);
  await connectEvent(stranger, { title: "Theirs", startsAt: "2026-01-01T08:00:00Z" });
  const events = await listEventsOfSession(owner);
  expect(events.map((event) => event.eventId)).toEqual([eventId, later, unnamed]);
  expect(events[0]).toMatchObject({
    title: "Harbor",
    connectionState: "active",
    role: "owner",
    counts: { "": 1, pending: 1, approved: 2 },
  });
  expect(await listEventsOfSession({ sessionHash: null })).toEqual([]);
});

test("a seat that was taken back takes its event off the list", async () => {
  await withEventSql(eventId, (sql) =>
    sql.query("UPDATE members SET revoked_at = now() WHERE event_id = $1", [eventId]),
  );
  expect(await listEventsOfSession(owner)).toEqual([]);
});
