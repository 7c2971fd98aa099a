import { useTable } from "@tanstack/react-table";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useEffect, useMemo } from "react";
import type { PeopleList } from "@/components/people/use-people-list";
import type { Density, ListColumn } from "@/lib/saved-views/list-layout-view";
import { LIST_FEATURES, listColumns } from "./list-columns";
import { useRowHeight } from "./use-row-height";
import type { SteadyRows } from "./use-steady-rows";

const HEAD_PX = 37;
const FIRST_PAINT = { width: 1024, height: 900 };

type Options = {
  list: PeopleList;
  steady: SteadyRows;
  columns: readonly ListColumn[];
  density: Density;
  scroller: RefObject<HTMLElement | null>;
  /** Whether somebody reads farther down: what is read keeps its place, whatever comes and goes above it. */
  isAway: boolean;
};

/** The rows that are loaded in their places in the whole list, and which of them are drawn and seen. */
export function useShownRows({ list, steady, columns, density, scroller, isAway }: Options) {
  const { from } = list;
  const table = useTable({
    features: LIST_FEATURES,
    columns: useMemo(() => listColumns(columns), [columns]),
    data: steady.rows,
    getRowId: (row) => row.participantId,
  });
  const models = table.getRowModel().rows;
  const size = sizeOf(list, models.length);
  const rowPx = useRowHeight(scroller, density, size === 0);
  const virtualizer = useVirtualizer({
    count: models.length,
    paddingStart: from * rowPx,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    getItemKey: (index) => models[index]?.id ?? index,
    overscan: 8,
    scrollPaddingStart: HEAD_PX,
    // The rows begin below the head, of which the virtualizer does not know.
    scrollPaddingEnd: HEAD_PX,
    initialRect: FIRST_PAINT,
    anchorTo: isAway ? "end" : "start",
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was measured is of another height
  useEffect(() => virtualizer.measure(), [virtualizer, rowPx]);
  return {
    models,
    rowPx,
    items: virtualizer.getVirtualItems(),
    /** Of the list as a whole, as far as it is known. */
    size,
    /** Places among the models. */
    firstSeen: virtualizer.range?.startIndex ?? 0,
    lastSeen: virtualizer.range?.endIndex ?? 0,
    /** The place in the whole list that the top of the screen is at, whether that row is loaded or not. */
    topRow: Math.floor((virtualizer.scrollOffset ?? 0) / rowPx),
    scrollTo: (at: number) => virtualizer.scrollToIndex(at),
    centerOn: (at: number) => virtualizer.scrollToIndex(at, { align: "center" }),
  };
}

export type ShownRows = ReturnType<typeof useShownRows>;

/** What follows the rows, more of them or why there are none, stands right under them where the end is known. */
function sizeOf({ lastCounts, query, from }: PeopleList, shown: number): number {
  const end = from + shown;
  if (query.isError || (query.data && !query.hasNextPage)) return end;
  return Math.max(lastCounts?.total ?? 0, end);
}
