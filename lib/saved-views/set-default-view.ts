import type { Sql } from "@/lib/db";
import type { ListKind } from "@/lib/list-address/list-fields";

type OfMember = { eventId: string; list: ListKind; memberId: string };

/** Lets a list open with this view for a member, instead of whichever it was before. */
export async function setDefaultView(
  sql: Sql,
  { eventId, list, memberId }: OfMember,
  viewId: string,
): Promise<void> {
  await sql.query(
    `INSERT INTO list_layouts (event_id, member_id, list, default_view_id) VALUES ($1, $2, $3, $4)
     ON CONFLICT (event_id, member_id, list) DO UPDATE SET default_view_id = $4, updated_at = now()`,
    [eventId, memberId, list, viewId],
  );
}

/** Lets no list open with this view any more; `onlyFor`: of that member, `exceptFor`: of everybody else. */
export async function unsetDefaultView(
  sql: Sql,
  eventId: string,
  viewId: string,
  of: { onlyFor?: string; exceptFor?: string } = {},
): Promise<void> {
  await sql.query(
    `UPDATE list_layouts SET default_view_id = NULL, updated_at = now()
     WHERE event_id = $1 AND default_view_id = $2
       AND ($3::uuid IS NULL OR member_id = $3) AND ($4::uuid IS NULL OR member_id <> $4)`,
    [eventId, viewId, of.onlyFor ?? null, of.exceptFor ?? null],
  );
}
