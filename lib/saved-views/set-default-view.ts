import type { Tx } from "@/lib/db";
import type { ListKind } from "@/lib/list-address/list-fields";

type OfMember = { eventId: string; list: ListKind; memberId: string };

/** Lets a list open with this view for a member, instead of whichever it was before. */
export async function setDefaultView(db: Tx, of: OfMember, defaultViewId: string): Promise<void> {
  await db.listLayout.upsert({
    where: { eventId_memberId_list: of },
    create: { ...of, defaultViewId },
    update: { defaultViewId, updatedAt: new Date() },
  });
}

/** Lets no list open with this view any more: of one member, of all but one, or of everybody. */
export async function unsetDefaultView(
  db: Tx,
  eventId: string,
  viewId: string,
  memberId?: string | { not: string },
): Promise<void> {
  await db.listLayout.updateMany({
    where: { eventId, defaultViewId: viewId, memberId },
    data: { defaultViewId: null, updatedAt: new Date() },
  });
}
