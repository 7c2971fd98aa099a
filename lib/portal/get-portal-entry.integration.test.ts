import { beforeEach, describe, expect, test } from "vitest";
import { withEventSql } from "@/lib/db";
import { plantConnection, plantRow } from "@/testing/plant-connection";
import { plantVisitor } from "@/testing/planted-visitor";
import { getPortalEntry } from "./get-portal-entry";
import type { Visitor } from "./visitor";

const NOTHING = { event: null, session: { state: "none" } };

let count = 0;
let eventId: string;
let stranger: Visitor;

async function query(text: string, ...values: unknown[]): Promise<void> {
  await withEventSql(eventId, (sql) => sql.query(text, [eventId, ...values]));
}

/** `endsIn` is an interval of PostgreSQL's, from now. */
async function publish(status: string, endsIn = "2 days"): Promise<void> {
  await query(
    `INSERT INTO events (event_id, organization_id, title, starts_at, ends_at, publish_status,
       timezone, version_at, source, mirrored_at)
     VALUES ($1, 'org_a', 'Harbor', now() - interval '4 days', now() + $3::interval, $2,
       'Europe/Zagreb', now(), 'sync', now())`,
    status,
    endsIn,
  );
}

beforeEach(() => {
  count += 1;
  eventId = `evt_door_${count}`;
  stranger = { eventId, sessionHash: null };
});

describe("to a stranger", () => {
  test("a public event of a living connection is shown, without anything of its organizers", async () => {
    await plantConnection({ eventId });
    await publish("published");
    const entry = await getPortalEntry(stranger);
    expect(entry).toMatchObject({
      event: { title: "Harbor", isOver: false, isPublic: true },
      session: { state: "none" },
    });
    expect(JSON.stringify(entry)).not.toContain("org_a");
  });

  test("an event whose last moment has passed is over, and still there", async () => {
    await plantConnection({ eventId });
    await publish("published", "-1 minute");
    expect((await getPortalEntry(stranger)).event).toMatchObject({ isOver: true, isPublic: true });
  });

  test("never connected, not read yet, not public, archived and no longer connected are all the same", async () => {
    expect(await getPortalEntry(stranger)).toEqual(NOTHING);
    await plantConnection({ eventId });
    expect(await getPortalEntry(stranger)).toEqual(NOTHING);
    await publish("unpublished");
    expect(await getPortalEntry(stranger)).toEqual(NOTHING);
    await query("UPDATE events SET publish_status = 'archived' WHERE event_id = $1");
    expect(await getPortalEntry(stranger)).toEqual(NOTHING);
    await query("UPDATE events SET publish_status = 'published' WHERE event_id = $1");
    await query("UPDATE connections SET state = 'revoked' WHERE event_id = $1");
    expect(await getPortalEntry(stranger)).toEqual(NOTHING);
    expect(await getPortalEntry({ ...stranger, eventId: "no event id" })).toEqual(NOTHING);
  });
});

describe("to somebody who signed in", () => {
  test("an event that was taken back from the public stays, and is called so", async () => {
    const visitor = await plantVisitor(eventId, "usr_me");
    await publish("unpublished");
    expect(await getPortalEntry(visitor)).toMatchObject({
      event: { title: "Harbor", isPublic: false },
      session: { state: "signed_in" },
    });
  });

  test.each([
    ["user.revoked_access", "revoked_by_you"],
    ["token_revoked", "grant_ended"],
    ["invalid_grant", "grant_ended"],
    ["signed_out", "signed_out_everywhere"],
    ["connection_ended", "available_again"],
  ])("a grant that ended by %s is told as %s, and shows no hidden event", async (cause, reason) => {
    const visitor = await plantVisitor(eventId, "usr_me");
    await publish("unpublished");
    await query("UPDATE grants SET state = 'ended', cause = $2 WHERE event_id = $1", cause);
    expect(await getPortalEntry(visitor)).toEqual({
      event: null,
      session: { state: "signed_out", reason },
    });
  });

  test.each([
    ["suspended", "not_available"],
    ["needs_reconnect", "not_available"],
    ["revoked", "connection_ended"],
    ["erasing", "connection_ended"],
    ["active", "available_again"],
    ["preparing", "available_again"],
  ])("a connection that is %s is told as %s", async (state, reason) => {
    const visitor = await plantVisitor(eventId, "usr_me");
    await publish("published");
    await query(
      "UPDATE grants SET state = 'ended', cause = 'connection_ended' WHERE event_id = $1",
    );
    await query("UPDATE connections SET state = $2 WHERE event_id = $1", state);
    const { session } = await getPortalEntry(visitor);
    expect(session).toEqual({ state: "signed_out", reason });
  });

  test("an event of which everything was deleted is told as that, not as a sign-in that ran out", async () => {
    const known = { eventId, sessionHash: "0".repeat(64) };
    const reason = async () => (await getPortalEntry(known)).session;
    expect(await reason()).toEqual({ state: "signed_out", reason: "session_ended" });
    await plantRow(eventId, "erasures", {
      id: crypto.randomUUID(),
      organization_id: "org_a",
      scope: "all",
      state: "completed",
      rule: "required",
      cause: "data.deletion_required",
      ended_at: new Date(),
      planned_at: new Date(),
      due_at: new Date(),
    });
    expect(await reason()).toEqual({ state: "signed_out", reason: "erased" });
  });

  test("a guessed session is told the same of an event that is here, stopped, hidden or unknown", async () => {
    const guess = { eventId, sessionHash: "0".repeat(64) };
    const ended = { event: null, session: { state: "signed_out", reason: "session_ended" } };
    await plantConnection({ eventId });
    await publish("unpublished");
    for (const state of ["active", "preparing", "suspended", "needs_reconnect", "revoked"]) {
      await query("UPDATE connections SET state = $2 WHERE event_id = $1", state);
      expect(await getPortalEntry(guess)).toEqual(ended);
    }
    await query("DELETE FROM events WHERE event_id = $1");
    await query("DELETE FROM connections WHERE event_id = $1");
    expect(await getPortalEntry(guess)).toEqual(ended);
  });

  test("a session that is 30 days old, or unknown here, is told as ended", async () => {
    const visitor = await plantVisitor(eventId, "usr_me");
    await query("UPDATE portal_sessions SET expires_at = now() WHERE event_id = $1");
    const ended = { state: "signed_out", reason: "session_ended" };
    expect((await getPortalEntry(visitor)).session).toEqual(ended);
    const unknown = { eventId, sessionHash: "0".repeat(64) };
    expect((await getPortalEntry(unknown)).session).toEqual(ended);
  });
});
