import { beforeEach, expect, test } from "vitest";
import { withEventSql } from "@/lib/db";
import type { Actor } from "@/lib/members/actor";
import { updateMemberInEvent } from "@/lib/members/update-member-in-event";
import { requirePermission } from "@/lib/members/with-permission";
import { seatIn } from "@/testing/members-of-event";
import { plantApplications } from "@/testing/plant-applications";
import { plantConnection } from "@/testing/plant-connection";
import { addNoteInEvent } from "./add-note-in-event";
import { deleteNoteInEvent } from "./delete-note-in-event";
import { listMentionsInEvent } from "./list-mentions-in-event";
import { markMentionsReadInEvent } from "./mark-mentions-read-in-event";
import { mergeMembersInEvent } from "./merge-members-in-event";
import { USUAL_SETTINGS } from "./review-settings-view";
import { updateNoteInEvent } from "./update-note-in-event";
import { updateReviewSettingsInEvent } from "./update-review-settings-in-event";

let eventId: string;
let ana: Actor;
let mia: Actor;

const idOf = async (actor: Actor) => (await requirePermission(actor, eventId, "seat.use")).memberId;

async function call(actor: Actor, name: string): Promise<void> {
  await updateMemberInEvent(ana, { eventId, memberId: await idOf(actor), name });
}

beforeEach(async () => {
  eventId = await plantConnection();
  ana = await seatIn(eventId, "owner");
  mia = await seatIn(eventId, "reviewer");
  await call(ana, "Ana");
  await call(mia, "Mia");
  await plantApplications(eventId, ["ptp_1", "ptp_2"]);
});

const add = (actor: Actor, text: string, participantId = "ptp_1") =>
  addNoteInEvent(actor, { eventId, participantId, text });
const mentions = async (actor: Actor) => (await listMentionsInEvent(actor, { eventId })).mentions;
const unread = async (actor: Actor) =>
  (await mentions(actor)).filter(({ isUnread }) => isUnread).map(({ noteId }) => noteId);
const read = (actor: Actor, more: object = {}) =>
  markMentionsReadInEvent(actor, { eventId, ...more });

test("whoever a note names finds it, the newest first, until they have looked", async () => {
  const first = await add(ana, "@Mia, what do you think?");
  const second = await add(ana, `@Mia and @Ana: ${"a".repeat(500)}`, "ptp_2");
  await add(ana, "Nobody in particular");
  expect(await mentions(mia)).toMatchObject([
    { noteId: second.id, participantId: "ptp_2", name: "Name ptp_2", isUnread: true },
    { noteId: first.id, author: { name: "Ana", isSelf: false }, text: first.text, isUnread: true },
  ]);
  expect((await mentions(mia))[0]?.text).toHaveLength(280);
  // One's own words are no news.
  expect(await unread(ana)).toEqual([]);
  await read(mia, { participantId: "ptp_2" });
  expect(await unread(mia)).toEqual([first.id]);
  await read(mia);
  expect(await unread(mia)).toEqual([]);
  expect(await mentions(mia)).toHaveLength(2);
});

test("a note that is changed tells whom it names anew, and one that is deleted nobody", async () => {
  const note = await add(mia, "For @Ana");
  await read(ana);
  const edit = async (text: string, version: number) =>
    updateNoteInEvent(mia, { eventId, noteId: note.id, text, version });
  await edit("For @Ana, really", 1);
  expect(await unread(ana)).toEqual([]);
  await edit("For nobody", 2);
  expect(await mentions(ana)).toEqual([]);
  await edit("For @Ana after all", 3);
  expect(await unread(ana)).toEqual([note.id]);
  await deleteNoteInEvent(mia, { eventId, noteId: note.id });
  expect(await mentions(ana)).toEqual([]);
});

test("who may not see names is told of the note alone, who may not read notes of nothing", async () => {
  await add(ana, "@Mia, look");
  await updateReviewSettingsInEvent(ana, { eventId, ...USUAL_SETTINGS, isBlind: true });
  expect(await mentions(mia)).toMatchObject([{ participantId: "ptp_1", name: null }]);
  await withEventSql(eventId, (sql) =>
    sql.query("UPDATE participants SET removed_at = now() WHERE event_id = $1", [eventId]),
  );
  expect(await mentions(mia)).toEqual([]);
  for (const role of ["viewer", "door"] as const) {
    const other = await seatIn(eventId, role);
    await expect(mentions(other)).rejects.toMatchObject({ code: "forbidden" });
    await expect(read(other)).rejects.toMatchObject({ code: "forbidden" });
  }
  const stranger = await seatIn(await plantConnection(), "owner");
  await expect(mentions(stranger)).rejects.toMatchObject({ code: "not_found" });
  await expect(read(stranger)).rejects.toMatchObject({ code: "not_found" });
});

test("of two seats that become one are the one's that is left", async () => {
  const again = await seatIn(eventId, "owner");
  await call(again, "Ana again");
  const note = await add(mia, "For @Ana again");
  await mergeMembersInEvent(ana, { eventId, memberId: await idOf(again), into: await idOf(ana) });
  expect(await unread(ana)).toEqual([note.id]);
});
