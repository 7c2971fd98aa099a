import type { Actor } from "@/lib/members/actor";
import { changeEventAs } from "@/lib/members/with-permission";
import { ListColumns } from "./list-columns";
import type { ListLayoutView } from "./list-layout-view";
import { readListLayout } from "./read-list-layout";
import { OfList } from "./view-input";

const Layout = OfList.extend({ columns: ListColumns });

/**
 * Arranges a list for a member alone: which columns, in which order, how wide. None: as a list begins.
 * Throws ZodError, or AppError `unauthenticated`, `not_found`.
 */
export async function updateListLayout(actor: Actor, raw: unknown): Promise<ListLayoutView> {
  const { eventId, list, columns } = Layout.parse(raw);
  return changeEventAs(actor, eventId, "views.write", async ({ db }, { memberId }) => {
    const of = { eventId, memberId, list };
    await db.listLayout.upsert({
      where: { eventId_memberId_list: of },
      create: { ...of, columns },
      update: { columns, updatedAt: new Date() },
    });
    return readListLayout(db, of);
  });
}
