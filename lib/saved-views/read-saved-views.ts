import type { Tx } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { fieldOfSort, readListAddress, writeListAddress } from "@/lib/list-address/list-address";
import type { ListKind } from "@/lib/list-address/list-fields";
import { may } from "@/lib/members/permissions-view";
import { type Sight, seesField, sightsAll } from "@/lib/members/sight-view";
import type { Member } from "@/lib/members/with-permission";
import type { SavedViewView } from "./saved-view-view";

/** What a member can open of a list: their own views and then the team's, by name. `viewId`: that one alone. */
export async function readSavedViews(
  db: Tx,
  { eventId, list }: { eventId: string; list: ListKind },
  { memberId, role, sight }: Member,
  viewId?: string,
): Promise<SavedViewView[]> {
  const views = await db.savedView.findMany({
    where: { eventId, list, id: viewId, OR: [{ ownerId: null }, { ownerId: memberId }] },
  });
  const layout = await db.listLayout.findUnique({
    where: { eventId_memberId_list: { eventId, memberId, list } },
    select: { defaultViewId: true },
  });
  return views
    .flatMap(({ address: text, ...view }) => {
      const address = visibleAddress(sight, text);
      return address === null ? [] : [{ ...view, address }];
    })
    .map(({ id, name, ownerId, address, updatedAt }) => ({
      id,
      name,
      isTeam: ownerId === null,
      address,
      isDefault: layout?.defaultViewId === id,
      canChange: ownerId !== null || may(role, "views.share"),
      updatedAt: updatedAt.toISOString(),
    }))
    .sort(ownFirstThenByName);
}

/**
 * A view's address without columns that somebody does not see. None where it filters or orders by such a field: its
 * very words could tell it.
 */
function visibleAddress(sight: Sight, text: string): string | null {
  if (sightsAll(sight)) return text;
  const sees = (field: string) => seesField(sight, field);
  const { address } = readListAddress(new URLSearchParams(text));
  const asked = [...address.filters.map(({ field }) => field), ...address.sort.map(fieldOfSort)];
  if (!asked.every(sees) || (address.q !== "" && !sight.name)) return null;
  const columns = address.columns?.filter(sees) ?? null;
  return writeListAddress({ ...address, columns }).toString();
}

function ownFirstThenByName(one: SavedViewView, other: SavedViewView): number {
  return (
    Number(one.isTeam) - Number(other.isTeam) ||
    inOrder(one.name.toLowerCase(), other.name.toLowerCase()) ||
    inOrder(one.id, other.id)
  );
}

function inOrder(one: string, other: string): number {
  return Number(one > other) - Number(one < other);
}

/** One view of a list. Throws AppError `not_found` for one that is not theirs to see. */
export async function requireSavedView(
  db: Tx,
  of: { eventId: string; list: ListKind; viewId: string },
  member: Member,
): Promise<SavedViewView> {
  const [view] = await readSavedViews(db, of, member, of.viewId);
  if (!view) throw new AppError("not_found", "There is no such view here.");
  return view;
}
