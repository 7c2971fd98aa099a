import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { withEventSql } from "@/lib/db";
import type { Actor } from "@/lib/members/actor";
import { seatIn } from "@/testing/members-of-event";
import { plantConnection, plantRow } from "@/testing/plant-connection";
import { getConnectionFacts } from "./get-connection-facts";

test("a connection says when it was read, what may be read, and until when", async () => {
  const firstIssued = new Date("2026-05-01T10:00:00Z");
  const eventId = await plantConnection({ token: { first_issued_at: firstIssued } });
  const viewer = await seatIn(eventId, "viewer");
  await plantRow(eventId, "sync_runs", {
    id: randomUUID(),
    kind: "reconcile",
    state: "completed",
    finished_at: new Date("2026-05-02T10:00:00Z"),
  });
  expect(await getConnectionFacts(viewer, { eventId })).toEqual({
    connectedBy: "nobody",
    lastReading: { kind: "reconcile", state: "completed", at: "2026-05-02T10:00:00.000Z" },
    nextReadingAt: expect.any(String),
    callsLeft: { hour: 500, minute: 30 },
    token: {
      accessEndsAt: expect.any(String),
      refreshEndsAt: expect.any(String),
      consentEndsAt: "2027-05-01T10:00:00.000Z",
    },
  });
});

test("a connection says whether it was connected by oneself, by another member, or by nobody who is still here", async () => {
  const eventId = await plantConnection();
  const owner = await seatIn(eventId, "owner");
  const viewer = await seatIn(eventId, "viewer");
  await withEventSql(eventId, (sql) =>
    sql.query(
      `INSERT INTO audit_entries (event_id, id, actor, action)
       SELECT event_id, gen_random_uuid(), member_id::text, 'connection.connected' FROM member_sessions WHERE event_id = $1 AND session_hash = $2`,
      [eventId, owner.sessionHash],
    ),
  );
  const by = async (actor: Actor) => (await getConnectionFacts(actor, { eventId })).connectedBy;
  expect([await by(owner), await by(viewer)]).toEqual(["you", "member"]);
  await withEventSql(eventId, (sql) =>
    sql.query("UPDATE members SET revoked_at = now() WHERE event_id = $1 AND role = 'owner'", [
      eventId,
    ]),
  );
  expect(await by(viewer)).toBe("nobody");
});

test("one that has ended has no token and is not read again", async () => {
  const eventId = await plantConnection({ state: "revoked", cause: "token_revoked" });
  const viewer = await seatIn(eventId, "viewer");
  expect(await getConnectionFacts(viewer, { eventId })).toMatchObject({
    lastReading: null,
    nextReadingAt: null,
    callsLeft: null,
    token: null,
  });
});

test("a stranger finds nothing", async () => {
  const eventId = await plantConnection();
  const stranger = await seatIn(await plantConnection(), "owner");
  await expect(getConnectionFacts(stranger, { eventId })).rejects.toMatchObject({
    code: "not_found",
  });
});
