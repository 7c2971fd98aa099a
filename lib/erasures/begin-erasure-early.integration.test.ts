import { beforeEach, expect, test } from "vitest";
import { withEventSql } from "@/lib/db";
import { forgetEvent } from "@/testing/connected-event";
import { endConnectionOf } from "@/testing/ends";
import { seatIn } from "@/testing/members-of-event";
import { plantConnection } from "@/testing/plant-connection";
import { beginErasureEarly } from "./begin-erasure-early";

const EVENT = "evt_early";
const OTHER = "evt_early_other";
const of = { eventId: EVENT };

beforeEach(async () => {
  for (const eventId of [EVENT, OTHER]) {
    await forgetEvent(eventId);
    await plantConnection({ eventId });
  }
});

async function standing(eventId: string) {
  const { rows } = await withEventSql(eventId, (sql) =>
    sql.query<{ state: string; begun_by: string | null; erasure: string | null; told: number }>(
      `SELECT c.state, e.begun_by, e.state AS erasure,
         (SELECT count(*)::int FROM audit_entries
          WHERE event_id = $1 AND action = 'erasure.begun_by_organizer') AS told
       FROM connections c LEFT JOIN erasures e ON e.event_id = c.event_id WHERE c.event_id = $1`,
      [eventId],
    ),
  );
  return rows[0];
}

const WAITING = { state: "revoked", begun_by: null, erasure: "open", told: 0 };

test("an owner has everything of an ended connection deleted before its day, once", async () => {
  const owner = await seatIn(EVENT, "owner");
  await endConnectionOf(EVENT, { cause: "data.deletion_required" });
  expect(await standing(EVENT)).toEqual(WAITING);
  await beginErasureEarly(owner, of);
  const begun = { state: "erasing", begun_by: "organizer", erasure: "running", told: 1 };
  expect(await standing(EVENT)).toEqual(begun);
  await expect(beginErasureEarly(owner, of)).rejects.toMatchObject({ code: "conflict" });
  expect(await standing(EVENT)).toEqual(begun);
});

test("nobody but an owner of this event does", async () => {
  await endConnectionOf(EVENT, { cause: "data.deletion_required" });
  for (const role of ["manager", "reviewer", "door", "viewer"] as const) {
    const seated = await seatIn(EVENT, role);
    await expect(beginErasureEarly(seated, of)).rejects.toMatchObject({ code: "forbidden" });
  }
  const stranger = await seatIn(OTHER, "owner");
  await expect(beginErasureEarly(stranger, of)).rejects.toMatchObject({ code: "not_found" });
  const nobody = { sessionHash: "" };
  await expect(beginErasureEarly(nobody, of)).rejects.toMatchObject({ code: "unauthenticated" });
  expect(await standing(EVENT)).toEqual(WAITING);
});

test("a connection that goes on is not deleted", async () => {
  const owner = await seatIn(EVENT, "owner");
  await expect(beginErasureEarly(owner, of)).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringContaining("connected"),
  });
  expect(await standing(EVENT)).toMatchObject({ state: "active", erasure: null, told: 0 });
});
