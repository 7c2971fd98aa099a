import type { z } from "zod";
import type { Sql } from "@/lib/db";
import type { Actor } from "@/lib/members/actor";
import type { Member } from "@/lib/members/with-permission";
import { changeViews, type TeamChange } from "./change-views";
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
  return changeViews(actor, patch, async (sql, member) => {
    const old = await requireSavedView(sql, patch, member);
    const changed = changesOf(patch, old);
    if (changed.length > 0) {
      if (old.isTeam || patch.isTeam) requireTeamViews(member.role);
      await writeView(sql, patch, member, patch.isTeam ?? old.isTeam);
    }
    await applyDefault(sql, patch, member);
    const view = await requireSavedView(sql, patch, member);
    return { view, ofTeam: teamChange(old, view, changed) };
  });
}

function changesOf(patch: Patch, old: SavedViewView): string[] {
  const parts = ["name", "address", "isTeam"] as const;
  return parts.filter((part) => patch[part] !== undefined && patch[part] !== old[part]);
}

async function writeView(
  sql: Sql,
  { eventId, viewId, name, address }: Patch,
  { memberId }: Member,
  isTeam: boolean,
): Promise<void> {
  await sql.query(
    `UPDATE saved_views SET name = coalesce($3, name), address = coalesce($4, address),
       owner_id = $5, updated_at = now()
     WHERE event_id = $1 AND id = $2`,
    [eventId, viewId, name, address, isTeam ? null : memberId],
  );
  if (!isTeam) await unsetDefaultView(sql, eventId, viewId, { exceptFor: memberId });
}

async function applyDefault(
  sql: Sql,
  { eventId, list, viewId, isDefault }: Patch,
  { memberId }: Member,
): Promise<void> {
  if (isDefault === true) await setDefaultView(sql, { eventId, list, memberId }, viewId);
  if (isDefault === false) await unsetDefaultView(sql, eventId, viewId, { onlyFor: memberId });
}

function teamChange(
  old: SavedViewView,
  { id: viewId, isTeam }: SavedViewView,
  changed: string[],
): TeamChange | null {
  if (changed.length === 0) return null;
  if (isTeam !== old.isTeam) return { action: isTeam ? "view.shared" : "view.withdrawn", viewId };
  return isTeam ? { action: "view.updated", viewId, changed } : null;
}
