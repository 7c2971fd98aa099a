import { beforeEach, describe, expect, test } from "vitest";
import { withEventSql } from "@/lib/db";
import type { Actor } from "@/lib/members/actor";
import { requirePermission } from "@/lib/members/with-permission";
import { seatIn } from "@/testing/members-of-event";
import { plantConnection } from "@/testing/plant-connection";
import { addNoteInEvent } from "./add-note-in-event";
import { deleteNoteInEvent } from "./delete-note-in-event";
import { listNotesInEvent } from "./list-notes-in-event";
import { updateNoteInEvent } from "./update-note-in-event";

let eventId: string;
let owner: Actor;
let reviewer: Actor;
const participantId = "ptp_noted";

beforeEach(async () => {
  eventId = await plantConnection();
  owner = await seatIn(eventId, "owner");
  reviewer = await seatIn(eventId, "reviewer");
  await withEventSql(eventId, (sql) =>
    sql.query(
      `INSERT INTO participants (event_id, participant_id, application_id, status, name, fields,
         submitted_at, updated_at, version_at, source, confirmed_at)
       VALUES ($1, $2, 'app_noted', 'pending', 'Nora', '{}', now(), now(), now(), 'sync', now())`,
      [eventId, participantId],
    ),
  );
});

const add = (actor: Actor, text: string, more: object = {}) =>
  addNoteInEvent(actor, { eventId, participantId, text, ...more });
const list = async (actor: Actor) =>
  (await listNotesInEvent(actor, { eventId, participantId })).notes;
async function nameOf(actor: Actor, name: string): Promise<string> {
  const { memberId } = await requirePermission(actor, eventId, "seat.use");
  await withEventSql(eventId, (sql) =>
    sql.query("UPDATE members SET name = $3 WHERE event_id = $1 AND id = $2", [
      eventId,
      memberId,
      name,
    ]),
  );
  return memberId;
}
const changes = (topic: string) =>
  withEventSql(eventId, async (sql) => {
    const { rows } = await sql.query<{ ids: string[] }>(
      "SELECT ids FROM changes WHERE event_id = $1 AND topic = $2 ORDER BY seq",
      [eventId, topic],
    );
    return rows.map(({ ids }) => ids);
  });

describe("a note", () => {
  test("is read by the team in the order of writing, with its answers, and open pages hear of each", async () => {
    const first = await add(owner, "  Strong talk. ");
    const answer = await add(reviewer, "Agreed.", { replyTo: first.id });
    const deeper = await add(owner, "Good.", { replyTo: answer.id });
    expect(await list(reviewer)).toMatchObject([
      { text: "Strong talk.", replyTo: null, author: { isSelf: false }, canEdit: false },
      { text: "Agreed.", replyTo: first.id, author: { isSelf: true }, canEdit: true },
      { id: deeper.id, replyTo: first.id },
    ]);
    expect(await changes("notes")).toEqual([[participantId], [participantId], [participantId]]);
  });

  test("names members by their whole names, the longer of two that begin alike", async () => {
    const ana = await nameOf(owner, "Ana");
    const anic = await nameOf(reviewer, "Ana Anić");
    const note = await add(owner, "For @Ana Anić and @Ana, not for @Nobody.");
    expect(note.mentions.map(({ id }) => id).sort()).toEqual([ana, anic].sort());
    expect((await add(owner, "For @Ana Anić")).mentions.map(({ id }) => id)).toEqual([anic]);
    expect((await add(owner, "mail@example.org")).mentions).toEqual([]);
  });

  test("is changed by its writer alone, and says so", async () => {
    const note = await add(reviewer, "Weak.");
    const other = updateNoteInEvent(owner, {
      eventId,
      noteId: note.id,
      text: "Strong.",
      version: 1,
    });
    await expect(other).rejects.toMatchObject({ code: "forbidden" });
    const edited = await updateNoteInEvent(reviewer, {
      eventId,
      noteId: note.id,
      text: "Fine.",
      version: 1,
    });
    expect(edited).toMatchObject({ text: "Fine.", version: 2 });
    expect(edited.editedAt).not.toBeNull();
  });

  test("that was changed meanwhile is not written over: both texts come back", async () => {
    const note = await add(reviewer, "One.");
    const edit = (text: string) =>
      updateNoteInEvent(reviewer, { eventId, noteId: note.id, text, version: 1 });
    const both = await Promise.allSettled([edit("Two."), edit("Three.")]);
    const refused = both.find(({ status }) => status === "rejected");
    const [there] = await list(reviewer);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(refused).toMatchObject({
      reason: {
        code: "conflict",
        details: {
          yours: there?.text === "Two." ? "Three." : "Two.",
          theirs: { text: there?.text, version: 2 },
        },
      },
    });
  });

  test("that is deleted leaves that there was one, and none of its words anywhere", async () => {
    const note = await add(reviewer, "Something unkind.");
    await add(owner, "Please do not.", { replyTo: note.id });
    const mine = deleteNoteInEvent(await seatIn(eventId, "reviewer"), { eventId, noteId: note.id });
    await expect(mine).rejects.toMatchObject({ code: "forbidden" });
    await deleteNoteInEvent(owner, { eventId, noteId: note.id });
    const [gone, answer] = await list(reviewer);
    expect(gone).toMatchObject({ text: "", canEdit: false, canDelete: false });
    expect(gone?.deletedAt).not.toBeNull();
    expect(answer?.text).toBe("Please do not.");
    const { rows } = await withEventSql(eventId, (sql) =>
      sql.query(
        `SELECT n::text AS said FROM application_notes n WHERE event_id = $1
         UNION ALL SELECT a::text FROM audit_entries a WHERE event_id = $1`,
        [eventId],
      ),
    );
    expect(JSON.stringify(rows)).not.toContain("unkind");
    const again = deleteNoteInEvent(owner, { eventId, noteId: note.id });
    await expect(again).rejects.toMatchObject({ code: "not_found" });
  });

  test.each(["", "  \n ", "a\0b", "a".repeat(5_001), "\ud800"])(
    "of %j is refused",
    async (text) => {
      await expect(add(owner, text)).rejects.toMatchObject({ name: "ZodError" });
    },
  );

  test("is about somebody who is there, and answers one about the same person", async () => {
    const nobody = addNoteInEvent(owner, { eventId, participantId: "ptp_none", text: "A" });
    await expect(nobody).rejects.toMatchObject({ code: "not_found" });
    const stray = add(owner, "A", { replyTo: "5a1e4f00-0000-4000-8000-000000000009" });
    await expect(stray).rejects.toMatchObject({ code: "not_found" });
  });

  test("is none of a viewer's, the door's or another event's", async () => {
    const note = await add(owner, "A");
    for (const role of ["viewer", "door"] as const) {
      const member = await seatIn(eventId, role);
      const attempts = await Promise.allSettled([
        list(member),
        add(member, "B"),
        updateNoteInEvent(member, { eventId, noteId: note.id, text: "B", version: 1 }),
        deleteNoteInEvent(member, { eventId, noteId: note.id }),
      ]);
      for (const attempt of attempts) {
        expect(attempt).toMatchObject({ status: "rejected", reason: { code: "forbidden" } });
      }
    }
    const other = await plantConnection();
    const stranger = await seatIn(other, "owner");
    await expect(list(stranger)).rejects.toMatchObject({ code: "not_found" });
    const foreign = updateNoteInEvent(stranger, {
      eventId: other,
      noteId: note.id,
      text: "B",
      version: 1,
    });
    await expect(foreign).rejects.toMatchObject({ code: "not_found" });
    const gone = deleteNoteInEvent(stranger, { eventId: other, noteId: note.id });
    await expect(gone).rejects.toMatchObject({ code: "not_found" });
  });

  test("is one of five hundred at the most", async () => {
    await withEventSql(eventId, (sql) =>
      sql.query(
        `INSERT INTO application_notes (event_id, id, participant_id, author_id, text)
         SELECT $1, gen_random_uuid(), $2, gen_random_uuid(), 'x' FROM generate_series(1, 500)`,
        [eventId, participantId],
      ),
    );
    await expect(add(owner, "A")).rejects.toMatchObject({ code: "conflict" });
  });
});
