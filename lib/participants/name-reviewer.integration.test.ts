import { beforeEach, expect, test } from "vitest";
import { getEventOverview } from "@/lib/connections/get-event-overview";
import type { Actor } from "@/lib/members/actor";
import { seatIn } from "@/testing/members-of-event";
import { plantConnection, plantRow } from "@/testing/plant-connection";
import { nameReviewerInEvent } from "./name-reviewer-in-event";

let eventId: string;
let owner: Actor;
beforeEach(async () => {
  eventId = await plantConnection();
  owner = await seatIn(eventId, "owner");
  const now = new Date();
  await plantRow(eventId, "participants", {
    participant_id: "ptp_1",
    status: "approved",
    last_reviewer_id: "usr_reviewer",
    updated_at: now,
    version_at: now,
    confirmed_at: now,
    source: "sync",
  });
  await plantRow(eventId, "participant_history", {
    participant_id: "ptp_1",
    occurred_at: now,
    kind: "application.rejected",
    actor_id: "usr_earlier",
  });
});

const nameIt = (reviewerId: string, name: string, actor = owner) =>
  nameReviewerInEvent(actor, { eventId, reviewerId, name });
const namesOf = async () => (await getEventOverview(owner, { eventId })).reviewers;

test("a reviewer is named once, renamed and forgotten", async () => {
  await nameIt("usr_reviewer", "  Ana ");
  await nameIt("usr_earlier", "Ben");
  expect(await namesOf()).toEqual({ usr_reviewer: "Ana", usr_earlier: "Ben" });
  await nameIt("usr_reviewer", "Ana Kovačević");
  await nameIt("usr_earlier", " ");
  expect(await namesOf()).toEqual({ usr_reviewer: "Ana Kovačević" });
});

test("only who reviewed something has a name, of a length that a page has room for", async () => {
  await expect(nameIt("usr_nobody", "Ana")).rejects.toMatchObject({ code: "not_found" });
  await expect(nameIt("usr_reviewer", "A".repeat(81))).rejects.toMatchObject({
    name: "ZodError",
  });
  await expect(nameIt("usr_reviewer", "A\0")).rejects.toMatchObject({ name: "ZodError" });
  expect(await namesOf()).toEqual({});
});

test("owners and managers name, others do not, and another event has no part in it", async () => {
  await nameIt("usr_reviewer", "Ana", await seatIn(eventId, "manager"));
  for (const role of ["reviewer", "door", "viewer"] as const) {
    await expect(nameIt("usr_reviewer", "No", await seatIn(eventId, role))).rejects.toMatchObject({
      code: "forbidden",
    });
  }
  const stranger = await seatIn(await plantConnection(), "owner");
  await expect(nameIt("usr_reviewer", "No", stranger)).rejects.toMatchObject({ code: "not_found" });
  expect(await namesOf()).toEqual({ usr_reviewer: "Ana" });
});
