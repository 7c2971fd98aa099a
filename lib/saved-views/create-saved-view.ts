import { randomUUID } from "node:crypto";
import type { Sql } from "@/lib/db";
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
  return changeViews(actor, input, async (sql, member) => {
    const { memberId, role } = member;
    if (isTeam) requireTeamViews(role);
    await requireRoom(sql, eventId, list);
    const viewId = randomUUID();
    await sql.query(
      `INSERT INTO saved_views (event_id, id, list, name, owner_id, address, created_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [eventId, viewId, list, name, isTeam ? null : memberId, address, memberId],
    );
    if (input.isDefault) await setDefaultView(sql, { eventId, list, memberId }, viewId);
    const view = await requireSavedView(sql, { eventId, list, viewId }, member);
    return { view, ofTeam: isTeam ? { action: "view.created", viewId } : null };
  });
}

async function requireRoom(sql: Sql, eventId: string, list: ListKind): Promise<void> {
  const { rows } = await sql.query<{ count: number }>(
    "SELECT count(*)::int AS count FROM saved_views WHERE event_id = $1 AND list = $2",
    [eventId, list],
  );
  if ((rows[0]?.count ?? 0) < MOST_VIEWS) return;
  throw new AppError(
    "invalid",
    `This list has ${MOST_VIEWS} views, and that is as many as it can have.`,
  );
}
