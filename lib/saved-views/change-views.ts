import type { Sql } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { ListKind } from "@/lib/list-address/list-fields";
import { announceChanges } from "@/lib/live/announce-changes";
import { lockMirror } from "@/lib/live/lock-mirror";
import { recordChange } from "@/lib/live/record-change";
import type { Actor } from "@/lib/members/actor";
import { recordAudit } from "@/lib/members/record-audit";
import { type Member, withPermission } from "@/lib/members/with-permission";
import { lockSeat } from "./lock-seat";

/** What happened to a view of the team's, for the audit: ids and words, not its name. */
export type TeamChange = {
  action: "view.created" | "view.updated" | "view.shared" | "view.withdrawn" | "view.deleted";
  viewId: string;
  changed?: string[];
};

/**
 * What writing views has in common: one writer of an event at a time, so that the number and the names of
 * the views can be counted on; a name that is taken is a `conflict`; what `work` did to the team's is
 * audited, and the open pages hear of it after the commit.
 */
export async function changeViews<T>(
  actor: Actor,
  { eventId, list }: { eventId: string; list: ListKind },
  work: (sql: Sql, member: Member) => Promise<{ view: T; ofTeam: TeamChange | null }>,
): Promise<T> {
  const { view, ofTeam } = await withPermission(
    actor,
    eventId,
    "views.write",
    async (sql, member) => {
      await lockMirror(sql, eventId);
      await lockSeat(sql, eventId, member);
      const done = await work(sql, member).catch(refuseTakenName);
      if (done.ofTeam) {
        const { action, ...detail } = done.ofTeam;
        await recordAudit(sql, eventId, member.memberId, action, { list, ...detail });
        await recordChange(sql, eventId, "views", []);
      }
      return done;
    },
  );
  if (ofTeam) await announceChanges(eventId);
  return view;
}

function refuseTakenName(error: unknown): never {
  const isTaken =
    error instanceof Error && "constraint" in error && error.constraint === "saved_views_by_name";
  if (!isTaken) throw error;
  throw new AppError("conflict", "There is a view of this name already. Choose another one.");
}
