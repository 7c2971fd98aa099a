import type { Tx } from "@/lib/db";
import type { ListKind } from "@/lib/list-address/list-fields";
import { ListColumns } from "./list-columns";
import type { ListLayoutView } from "./list-layout-view";

/** How a member has arranged a list; one that was never arranged has no columns of its own. */
export async function readListLayout(
  db: Tx,
  { eventId, list, memberId }: { eventId: string; list: ListKind; memberId: string },
): Promise<ListLayoutView> {
  const layout = await db.listLayout.findUnique({
    where: { eventId_memberId_list: { eventId, memberId, list } },
    select: { columns: true, defaultViewId: true },
  });
  if (!layout) return { columns: [], defaultViewId: null };
  return { columns: ListColumns.parse(layout.columns), defaultViewId: layout.defaultViewId };
}
