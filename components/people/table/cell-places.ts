import type { CardPlace } from "@/components/people/columns/card-places";

/**
 * One grid for header and rows. With little room each row is a card of two lines; else its tracks are
 * those that the list sets, and it is as wide as they are together.
 */
export const ROW_GRID =
  "grid grid-cols-[2.75rem_minmax(0,1fr)_auto] items-center gap-x-2 @2xl:grid-cols-(--tracks) @2xl:gap-x-0";

/** What stays while a wide table scrolls sideways under it. */
const PINNED =
  "@2xl:sticky @2xl:z-1 group-data-scrolled/list:bg-inherit @2xl:group-data-scrolled/list:h-full @2xl:group-data-scrolled/list:content-center";

export const BOX_PLACE = `row-span-2 grid self-stretch place-items-center @2xl:row-span-1 @2xl:left-0 ${PINNED}`;

const PLACES: Record<CardPlace, string> = {
  name: `col-start-2 row-span-2 min-w-0 @2xl:col-auto @2xl:row-span-1 @2xl:left-13 @2xl:pr-3 group-data-scrolled/list:shadow-[1px_0_0_var(--line)] ${PINNED}`,
  top: "col-start-3 row-start-1 flex min-w-0 justify-end self-end pr-3 @2xl:col-auto @2xl:row-auto @2xl:block @2xl:self-center",
  bottom:
    "col-start-3 row-start-2 min-w-0 justify-self-end self-start pr-3 @2xl:col-auto @2xl:row-auto @2xl:self-center @2xl:justify-self-stretch",
  hidden: "hidden min-w-0 pr-3 @2xl:block",
};

/** Where a column's cell goes in {@link ROW_GRID}. */
export function cellPlace(place: CardPlace | undefined): string {
  return PLACES[place ?? "hidden"];
}
