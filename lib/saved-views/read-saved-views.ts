import type { Sql } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { ListKind } from "@/lib/list-address/list-fields";
import { may } from "@/lib/members/permissions-view";
import type { Member } from "@/lib/members/with-permission";
import type { SavedViewView } from "./saved-view-view";

type Row = Omit<SavedViewView, "canChange" | "updatedAt"> & { updatedAt: Date };

/** What a member can open of a list: their own views and then the team's, by name. `viewId`: that one alone. */
export async function readSavedViews(
  sql: Sql,
  { eventId, list }: { eventId: string; list: ListKind },
  { memberId, role }: Member,
  viewId: string | null = null,
): Promise<SavedViewView[]> {
  const { rows } = await sql.query<Row>(
    `SELECT v.id, v.name, v.owner_id IS NULL AS "isTeam", v.address, v.updated_at AS "updatedAt",
       coalesce(v.id = l.default_view_id, false) AS "isDefault"
     FROM saved_views v LEFT JOIN list_layouts l
       ON l.event_id = $1 AND l.member_id = $3 AND l.list = $2
     WHERE v.event_id = $1 AND v.list = $2 AND (v.owner_id IS NULL OR v.owner_id = $3)
       AND ($4::uuid IS NULL OR v.id = $4)
     ORDER BY v.owner_id IS NULL, lower(v.name), v.id`,
    [eventId, list, memberId, viewId],
  );
  return rows.map((row) => ({
    ...row,
    canChange: !row.isTeam || may(role, "views.share"),
    updatedAt: row.updatedAt.toISOString(),
  }));
}

/** One view of a list. Throws AppError `not_found` for one that is not theirs to see. */
export async function requireSavedView(
  sql: Sql,
  of: { eventId: string; list: ListKind; viewId: string },
  member: Member,
): Promise<SavedViewView> {
  const [view] = await readSavedViews(sql, of, member, of.viewId);
  if (!view) throw new AppError("not_found", "There is no such view here.");
  return view;
}
