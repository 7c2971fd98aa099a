import type { z } from "zod";
import type { Actor } from "@/lib/members/actor";
import { changeViews } from "./change-views";
import { requireSavedView } from "./read-saved-views";
import { unsetDefaultView } from "./set-default-view";
import { requireTeamViews } from "./team-views";
import { OfView } from "./view-input";

/**
 * Forgets a view. Whoever's list opened with it sees everything from then on. Throws ZodError, or AppError
 * `unauthenticated`, `not_found` for a view that is neither theirs nor the team's, `forbidden` for the
 * team's unless by an owner or manager.
 */
export async function deleteSavedView(actor: Actor, raw: z.input<typeof OfView>): Promise<void> {
  const of = OfView.parse(raw);
  const { eventId, viewId } = of;
  return changeViews(actor, eventId, async ({ db, changed, audit }, member) => {
    const { isTeam } = await requireSavedView(db, of, member);
    if (isTeam) requireTeamViews(member.role);
    await unsetDefaultView(db, eventId, viewId);
    await db.savedView.deleteMany({ where: { eventId, id: viewId } });
    if (!isTeam) return;
    await audit(member.memberId, "view.deleted", { list: of.list, viewId });
    changed("views");
  });
}
