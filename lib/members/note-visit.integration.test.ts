import { beforeEach, expect, test } from "vitest";
import { withEventSql } from "@/lib/db";
import { seatIn } from "@/testing/members-of-event";
import { plantConnection, plantRow } from "@/testing/plant-connection";
import type { Actor } from "./actor";
import { noteVisitInEvent } from "./note-visit-in-event";

let eventId: string;
let member: Actor;
beforeEach(async () => {
  eventId = await plantConnection();
  member = await seatIn(eventId, "viewer");
});

const look = () => noteVisitInEvent(member, { eventId });
const wait = (minutes: number) =>
  withEventSql(eventId, (sql) =>
    sql.query(
      "UPDATE members SET visited_at = visited_at - make_interval(mins => $2) WHERE event_id = $1",
      [eventId, minutes],
    ),
  );

async function apply(id: string, minutesAgo: number, status: string | null = "pending") {
  const now = new Date();
  await plantRow(eventId, "participants", {
    participant_id: id,
    status,
    submitted_at: new Date(now.getTime() - minutesAgo * 60_000),
    updated_at: now,
    version_at: now,
    confirmed_at: now,
    source: "sync",
  });
}

test("on a first visit nothing is new, and on the next what came since", async () => {
  await apply("ptp_old", 300);
  expect(await look()).toEqual({ since: null, applied: 0 });
  await wait(120);
  await apply("ptp_new", 60);
  await apply("ptp_without", 60, null);
  const { since, applied } = await look();
  expect(applied).toBe(1);
  expect(Date.now() - Date.parse(since ?? "")).toBeGreaterThan(119 * 60_000);
  // The same visit goes on: what was new stays new.
  expect(await look()).toEqual({ since, applied: 1 });
  await wait(10);
  expect(await look()).toEqual({ since, applied: 1 });
  await wait(31);
  expect((await look()).applied).toBe(0);
});

test("each member has a visit of their own, and strangers none", async () => {
  await look();
  await wait(60);
  expect((await look()).since).not.toBeNull();
  const other = await seatIn(eventId, "viewer");
  expect(await noteVisitInEvent(other, { eventId })).toEqual({ since: null, applied: 0 });
  const stranger = await seatIn(await plantConnection(), "owner");
  await expect(noteVisitInEvent(stranger, { eventId })).rejects.toMatchObject({
    code: "not_found",
  });
});
