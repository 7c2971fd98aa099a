import { useQueryClient } from "@tanstack/react-query";
import { type RefObject, useEffect, useEffectEvent, useRef } from "react";
import { isWithinReach, PAGE_ROWS, REACH_ROWS, windowAbove } from "@/components/people/list-window";
import type { PeopleList } from "@/components/people/use-people-list";
import { eventQueries } from "@/components/queries/event-queries";
import type { ListKind } from "@/lib/list-address/list-fields";
import type { ShownRows } from "./use-shown-rows";

/** A scroll bar that is being pulled is not followed until it rests. */
const REST_MS = 100;

type Options = {
  eventId: string;
  kind: ListKind;
  list: PeopleList;
  shown: ShownRows;
  scroller: RefObject<HTMLElement | null>;
  /** Told when the row that somebody went to is there; its place among those that are shown. */
  onReach: (at: number) => void;
};

/**
 * Of a list only a window is loaded, while its scroll bar is of the whole. This moves the window to where somebody
 * scrolls or goes: by a jump where they are out of its reach, else a little upwards, with the rows in sight kept.
 */
export function useListWindow({ eventId, kind, list, shown, scroller, onReach }: Options) {
  const { query, question, from, goTo, moveTo } = list;
  const { models, rowPx } = shown;
  const client = useQueryClient();
  const wanted = useRef<number | null>(null);
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);
  const loaded = { from, end: from + (query.data ? models.length : PAGE_ROWS) };
  // What says that reading failed stands where the rows would begin, and is seen from above it.
  const near = query.isError ? { ...loaded, from: from - REACH_ROWS } : loaded;

  const jump = useEffectEvent(() => {
    const first = Math.floor((scroller.current?.scrollTop ?? 0) / rowPx);
    if (list.isBusy || isWithinReach(first, near)) return;
    wanted.current = null;
    goTo(first);
  });
  useEffect(() => () => clearTimeout(rest.current), []);

  const above = query.data && !list.isBusy ? windowAbove(from + shown.firstSeen, loaded) : null;
  useEffect(() => {
    if (above === null) return;
    let isLeft = false;
    const pages = Math.ceil((from - above + 2 * PAGE_ROWS) / PAGE_ROWS);
    const higher = { ...eventQueries.list(eventId, kind, question, above), pages, staleTime: 0 };
    client.fetchInfiniteQuery(higher).then(
      () => isLeft || moveTo(above),
      // Whoever goes on upwards jumps there, and is told what is wrong.
      () => {},
    );
    return () => {
      isLeft = true;
    };
  }, [client, eventId, kind, question, from, above, moveTo]);

  // So many have left since that nobody stands there any more.
  const isVoid = query.data !== undefined && !list.isBusy && models.length === 0 && from > 0;
  useEffect(() => {
    if (isVoid) moveTo(0);
  }, [isVoid, moveTo]);

  const reach = useEffectEvent(() => {
    if (wanted.current === null || list.isBusy || models.length === 0) return;
    const at = wanted.current - from;
    const isPastEnd = at >= models.length && !query.hasNextPage;
    if (at < 0 || (at >= models.length && !isPastEnd)) return;
    wanted.current = null;
    onReach(Math.min(at, models.length - 1));
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever other rows are there
  useEffect(() => reach(), [models, from]);

  return {
    /** Goes to a row by its place in the whole list, counted from 0. */
    goToRow(index: number): void {
      wanted.current = index;
      if (index < loaded.from || index >= loaded.end) goTo(index);
      scroller.current?.scrollTo({ top: index * rowPx });
      reach();
    },
    /** Whether what is on the screen is loaded, or comes next. */
    isWithinReach: isWithinReach(shown.topRow, loaded),
    onScroll(): void {
      clearTimeout(rest.current);
      rest.current = setTimeout(jump, REST_MS);
    },
  };
}
