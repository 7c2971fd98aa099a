import type { Actor } from "@/lib/members/actor";
import { withPermission } from "@/lib/members/with-permission";
import { ListColumns } from "./list-columns";
import type { ListLayoutView } from "./list-layout-view";
import { lockSeat } from "./lock-seat";
import { readListLayout } from "./read-list-layout";
import { OfList } from "./view-input";

const Layout = OfList.extend({ columns: ListColumns });

/**
 * Arranges a list for a member alone: which columns, in which order, how wide. None: as a list begins.
 * Throws ZodError, or AppError `unauthenticated`, `not_found`.
 */
export async function updateListLayout(actor: Actor, raw: unknown): Promise<ListLayoutView> {
  const { eventId, list, columns } = Layout.parse(raw);
  return withPermission(actor, eventId, "views.write", async (sql, member) => {
    await lockSeat(sql, eventId, member);
    await sql.query(
      `INSERT INTO list_layouts (event_id, member_id, list, columns) VALUES ($1, $2, $3, $4)
       ON CONFLICT (event_id, member_id, list) DO UPDATE SET columns = $4, updated_at = now()`,
      [eventId, member.memberId, list, JSON.stringify(columns)],
    );
    return readListLayout(sql, { eventId, list, memberId: member.memberId });
  });
}
