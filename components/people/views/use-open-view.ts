import { useQuery } from "@tanstack/react-query";
import type { PeopleList } from "@/components/people/use-people-list";
import { eventQueries } from "@/components/queries/event-queries";
import type { ListKind } from "@/lib/list-address/list-fields";
import type { SavedViewView } from "@/lib/saved-views/saved-view-view";
import { isSameList, readAddress } from "./is-same-list";

/** What `view=` says when somebody asked for the whole list although theirs opens with a view. */
export const EVERYTHING = "everything";

/** The view that is open, and whether the list is by now another one than was saved under its name. */
export function useOpenView(
  eventId: string,
  kind: ListKind,
  { view: id, address }: Pick<PeopleList, "view" | "address">,
): { open: SavedViewView | null; isEdited: boolean } {
  const isNamed = id !== null && id !== EVERYTHING;
  const views = useQuery({ ...eventQueries.savedViews(eventId, kind), enabled: isNamed });
  const open = views.data?.find((view) => view.id === id) ?? null;
  return {
    open,
    isEdited: open !== null && !isSameList(kind, address, readAddress(open.address)),
  };
}
