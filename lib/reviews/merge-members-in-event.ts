import { z } from "zod";
import type { Tx } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { Actor } from "@/lib/members/actor";
import { requireMember } from "@/lib/members/require-member";
import { takeSeat } from "@/lib/members/take-seat";
import { changeEventAs } from "@/lib/members/with-permission";
import { writeOrderOfAssignee } from "@/lib/members/write-assignee-order";
import { readReviewSettings } from "./read-review-settings";
import { summarizeRatings } from "./summarize-ratings";

const Input = z.object({ eventId: z.string(), memberId: z.string(), into: z.string() });

/**
 * Makes one seat of two owners' seats that are the same person's, such as after connecting once more on another device:
 * browsers, views, exports, notes and ratings of the one become the other's. Throws ZodError, or AppError `unauthenticated`,
 * `not_found`, `forbidden` but for owners, `conflict` for a seat with itself or of somebody who is no owner.
 */
export async function mergeMembersInEvent(actor: Actor, raw: unknown): Promise<void> {
  const input = Input.parse(raw);
  const { eventId } = input;
  await changeEventAs(
    actor,
    eventId,
    "members.manage",
    async ({ db, sql, changed, audit }, { memberId: self }) => {
      const from = await requireMember(db, eventId, input.memberId);
      const into = await requireMember(db, eventId, input.into);
      if (from.id === into.id) throw new AppError("conflict", "This is one seat already.");
      if (from.role !== "owner" || into.role !== "owner") {
        throw new AppError("conflict", "Only two owners' seats become one.");
      }
      const of = { where: { eventId, memberId: from.id }, data: { memberId: into.id } };
      await db.memberSession.updateMany(of);
      await db.export.updateMany(of);
      await moveViews(db, eventId, from.id, into.id);
      await db.applicationNote.updateMany({
        where: { eventId, authorId: from.id },
        data: { authorId: into.id },
      });
      await moveMentions(db, eventId, from.id, into.id);
      await db.listLayout.deleteMany({ where: { eventId, memberId: from.id } });
      if (into.name === null && from.name !== null) {
        await db.member.updateMany({
          where: { eventId, id: into.id },
          data: { name: from.name },
        });
      }
      // Under the name that is left, by which lists are ordered.
      await moveReviews(db, eventId, from.id, into.id);
      const { average } = await readReviewSettings(db, eventId);
      await summarizeRatings(sql, eventId, average);
      await takeSeat(db, eventId, from.id);
      await audit(self, "member.merged", { memberId: from.id, into: into.id });
      changed("members", [from.id, into.id]);
      changed("notes");
      changed("ratings");
      changed("labels");
    },
  );
}

/** A list has each name once for each owner, whatever its letters' case. */
async function moveViews(db: Tx, eventId: string, from: string, into: string): Promise<void> {
  const select = { id: true, list: true, name: true };
  const [moving, there] = await Promise.all([
    db.savedView.findMany({ where: { eventId, ownerId: from }, select }),
    db.savedView.findMany({ where: { eventId, ownerId: into }, select }),
  ]);
  const keyOf = (list: string, name: string) => `${list} ${name.toLowerCase()}`;
  const taken = new Set(there.map(({ list, name }) => keyOf(list, name)));
  for (const { id, list, name } of moving) {
    let free = name;
    for (let count = 2; taken.has(keyOf(list, free)); count += 1) free = `${name} (${count})`;
    taken.add(keyOf(list, free));
    await db.savedView.updateMany({ where: { eventId, id }, data: { ownerId: into, name: free } });
  }
}

async function moveMentions(db: Tx, eventId: string, from: string, into: string): Promise<void> {
  const notes = await db.applicationNote.findMany({
    where: { eventId, mentions: { has: from } },
    select: { id: true, mentions: true, unreadBy: true },
  });
  const moved = (ids: string[]) => [...new Set(ids.map((id) => (id === from ? into : id)))];
  for (const { id, mentions, unreadBy } of notes) {
    await db.applicationNote.updateMany({
      where: { eventId, id },
      data: { mentions: moved(mentions), unreadBy: moved(unreadBy) },
    });
  }
}

/** What both seats have of an application stays as the one that is left has it. */
async function moveReviews(db: Tx, eventId: string, from: string, into: string): Promise<void> {
  const of = { where: { eventId, memberId: from }, data: { memberId: into } };
  const there = { where: { eventId, memberId: into }, select: { participantId: true } };
  const [rated, assigned] = await Promise.all([
    db.rating.findMany(there),
    db.assignment.findMany(there),
  ]);
  const except = (rows: { participantId: string }[]) => ({
    ...of,
    where: {
      ...of.where,
      participantId: { notIn: rows.map(({ participantId }) => participantId) },
    },
  });
  await db.rating.updateMany(except(rated));
  await db.assignment.updateMany(except(assigned));
  await db.rating.deleteMany({ where: { eventId, memberId: from } });
  await writeOrderOfAssignee(db, eventId, into);
}
