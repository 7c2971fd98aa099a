import { z } from "zod";
import type { Tx } from "@/lib/db";
import type { ListKind } from "@/lib/list-address/list-fields";
import { ListColumns } from "./list-columns";
import { DENSITIES, type ListLayoutView } from "./list-layout-view";
import { readUsualColumns } from "./read-usual-columns";

const Density = z.enum(DENSITIES).catch("regular");

/** How a member has arranged a list; one that was never arranged has no columns of its own. */
export async function readListLayout(
  db: Tx,
  { eventId, list, memberId }: { eventId: string; list: ListKind; memberId: string },
): Promise<ListLayoutView> {
  const layout = await db.listLayout.findUnique({
    where: { eventId_memberId_list: { eventId, memberId, list } },
    select: { columns: true, density: true, defaultViewId: true },
  });
  return {
    columns: layout ? ListColumns.parse(layout.columns) : [],
    density: Density.parse(layout?.density),
    usual: await readUsualColumns(db, eventId, list),
    defaultViewId: layout?.defaultViewId ?? null,
  };
}
