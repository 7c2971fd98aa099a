import { type ListAddress, writeListAddress } from "@/lib/list-address/list-address";
import type { ListKind } from "@/lib/list-address/list-fields";
import type { ListLayoutView } from "@/lib/saved-views/list-layout-view";
import type { SavedViewView } from "@/lib/saved-views/saved-view-view";
import { isSameList, readAddress } from "./is-same-list";

/** The address as it is kept under a name: columns that the member has arranged are part of what they see. */
export function keptAddress(address: ListAddress, layout: ListLayoutView | undefined): string {
  const own = layout?.columns.map(({ id }) => id) ?? [];
  const columns = address.columns ?? (own.length > 0 ? own : null);
  return writeListAddress({ ...address, columns }).toString();
}

/**
 * The link to a list: with all it is asked and every column that is seen, so that it opens the same for
 * everybody. A view is named in it only where that is true for them, too: the team's.
 */
export function linkOf(
  page: string,
  { kind, address, columns }: { kind: ListKind; address: ListAddress; columns: string[] },
  open: SavedViewView | null,
): string {
  const whole = { ...address, columns };
  const search = writeListAddress(whole);
  if (open?.isTeam) {
    const saved = readAddress(open.address);
    const isTold = isSameList(kind, whole, saved) || !isSameList(kind, address, saved);
    if (isTold) search.set("view", open.id);
  }
  return `${page}?${search}`;
}
