import type { Sql } from "@/lib/db";
import type { ListKind } from "@/lib/list-address/list-fields";
import type { ListLayoutView } from "./list-layout-view";

/** How a member has arranged a list; one that was never arranged has no columns of its own. */
export async function readListLayout(
  sql: Sql,
  { eventId, list, memberId }: { eventId: string; list: ListKind; memberId: string },
): Promise<ListLayoutView> {
  const { rows } = await sql.query<ListLayoutView>({
    name: "read-list-layout",
    text: `SELECT columns, default_view_id AS "defaultViewId" FROM list_layouts
      WHERE event_id = $1 AND member_id = $2 AND list = $3`,
    values: [eventId, memberId, list],
  });
  return rows[0] ?? { columns: [], defaultViewId: null };
}
