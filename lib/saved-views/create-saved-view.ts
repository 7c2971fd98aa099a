import { randomUUID } from "node:crypto";
import type { Tx } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { ListKind } from "@/lib/list-address/list-fields";
import type { Actor } from "@/lib/members/actor";
import { changeViews } from "./change-views";
import { requireSavedView } from "./read-saved-views";
import type { SavedViewView } from "./saved-view-view";
import { setDefaultView } from "./set-default-view";
import { requireTeamViews } from "./team-views";
import { NewView } from "./view-input";

const MOST_VIEWS = 100;

/**
 * Keeps a list's address under a name: for oneself, or as an owner or manager for the team. Throws
 * ZodError, or AppError `unauthenticated`, `not_found`, `forbidden` for a team's view of anybody else's,
 * `conflict` for a name that its owner has given already, `invalid` beyond 100 views of the list.
 */
export async function createSavedView(actor: Actor, raw: unknown): Promise<SavedViewView> {
  const input = NewView.parse(raw);
  const { eventId, list, name, address, isTeam } = input;
  return changeViews(actor, eventId, async ({ db, changed, audit }, member) => {
    const { memberId, role } = member;
    if (isTeam) requireTeamViews(role);
    await requireRoom(db, eventId, list);
    const viewId = randomUUID();
    const ownerId = isTeam ? null : memberId;
    await db.savedView.create({
      data: { eventId, id: viewId, list, name, ownerId, address, createdBy: memberId },
    });
    if (input.isDefault) await setDefaultView(db, { eventId, list, memberId }, viewId);
    if (isTeam) {
      await audit(memberId, "view.created", { list, viewId });
      changed("views");
    }
    return requireSavedView(db, { eventId, list, viewId }, member);
  });
}

async function requireRoom(db: Tx, eventId: string, list: ListKind): Promise<void> {
  if ((await db.savedView.count({ where: { eventId, list } })) < MOST_VIEWS) return;
  throw new AppError(
    "invalid",
    `This list has ${MOST_VIEWS} views, and that is as many as it can have.`,
  );
}
