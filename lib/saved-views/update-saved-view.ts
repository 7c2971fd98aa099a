import type { z } from "zod";
import type { Tx } from "@/lib/db";
import type { Actor } from "@/lib/members/actor";
import type { Member } from "@/lib/members/with-permission";
import { changeViews } from "./change-views";
import { requireSavedView } from "./read-saved-views";
import type { SavedViewView } from "./saved-view-view";
import { setDefaultView, unsetDefaultView } from "./set-default-view";
import { requireTeamViews } from "./team-views";
import { ViewPatch } from "./view-input";

type Patch = z.output<typeof ViewPatch>;

/**
 * Renames a view, keeps another address under it, shares it with the team or withdraws it from there to
 * whoever does so, or lets the list open with it for whoever asks. Throws ZodError, or AppError
 * `unauthenticated`, `not_found` for a view that is neither theirs nor the team's, `forbidden` for
 * changing the team's (opening with it is everybody's), `conflict` for a name that is taken.
 */
export async function updateSavedView(actor: Actor, raw: unknown): Promise<SavedViewView> {
  const patch = ViewPatch.parse(raw);
  const { eventId, list, viewId } = patch;
  return changeViews(actor, eventId, async ({ db, changed, audit }, member) => {
    const old = await requireSavedView(db, patch, member);
    const parts = changesOf(patch, old);
    if (parts.length > 0) {
      if (old.isTeam || patch.isTeam) requireTeamViews(member.role);
      await writeView(db, patch, member, patch.isTeam ?? old.isTeam);
    }
    await applyDefault(db, patch, member);
    const view = await requireSavedView(db, patch, member);
    const action = parts.length > 0 ? teamAction(old, view) : null;
    if (action) {
      const isUpdate = action === "view.updated";
      await audit(member.memberId, action, { list, viewId, ...(isUpdate && { changed: parts }) });
      changed("views");
    }
    return view;
  });
}

function changesOf(patch: Patch, old: SavedViewView): string[] {
  const parts = ["name", "address", "isTeam"] as const;
  return parts.filter((part) => patch[part] !== undefined && patch[part] !== old[part]);
}

async function writeView(
  db: Tx,
  { eventId, viewId, name, address }: Patch,
  { memberId }: Member,
  isTeam: boolean,
): Promise<void> {
  const ownerId = isTeam ? null : memberId;
  await db.savedView.updateMany({
    where: { eventId, id: viewId },
    data: { name, address, ownerId, updatedAt: new Date() },
  });
  if (!isTeam) await unsetDefaultView(db, eventId, viewId, { not: memberId });
}

async function applyDefault(
  db: Tx,
  { eventId, list, viewId, isDefault }: Patch,
  { memberId }: Member,
): Promise<void> {
  if (isDefault === true) await setDefaultView(db, { eventId, list, memberId }, viewId);
  if (isDefault === false) await unsetDefaultView(db, eventId, viewId, memberId);
}

/** What happened to a view of the team's, for the audit; null for what is one's own. */
function teamAction(old: SavedViewView, { isTeam }: SavedViewView): string | null {
  if (isTeam !== old.isTeam) return isTeam ? "view.shared" : "view.withdrawn";
  return isTeam ? "view.updated" : null;
}
