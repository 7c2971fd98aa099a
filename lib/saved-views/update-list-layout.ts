import { z } from "zod";
import type { Actor } from "@/lib/members/actor";
import { changeEventAs } from "@/lib/members/with-permission";
import { ListColumns } from "./list-columns";
import { DENSITIES, type ListLayoutView } from "./list-layout-view";
import { readListLayout } from "./read-list-layout";
import { OfList } from "./view-input";

const Layout = OfList.extend({ columns: ListColumns, density: z.enum(DENSITIES).optional() });

/**
 * Arranges a list for a member alone: which columns, in which order, how wide, and how high its rows are. No columns:
 * as a list begins.
 * Throws ZodError, or AppError `unauthenticated`, `not_found`.
 */
export async function updateListLayout(actor: Actor, raw: unknown): Promise<ListLayoutView> {
  const { eventId, list, columns, density } = Layout.parse(raw);
  return changeEventAs(actor, eventId, "views.write", async ({ db }, { memberId }) => {
    const of = { eventId, memberId, list };
    await db.listLayout.upsert({
      where: { eventId_memberId_list: of },
      create: { ...of, columns, density },
      update: { columns, density, updatedAt: new Date() },
    });
    return readListLayout(db, of);
  });
}
