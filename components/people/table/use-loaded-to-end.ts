import { useEffect, useEffectEvent } from "react";
import type { PeopleList } from "@/components/people/use-people-list";

/** Whoever wants to go further down filters, or turns the order round. */
const MOST_ROWS = 10_000;

/** Fetches one page after the other as long as it is `wanted`, and says when the end is there, or as much as is kept. */
export function useLoadedToEnd(
  query: PeopleList["query"],
  loaded: number,
  wanted: boolean,
  onEnd: () => void,
): void {
  const { hasNextPage, isFetching, isFetchNextPageError, fetchNextPage } = query;
  const isThere = !hasNextPage || isFetchNextPageError || loaded >= MOST_ROWS;
  const reach = useEffectEvent(onEnd);
  useEffect(() => {
    if (!wanted) return;
    if (isThere) reach();
    else if (!isFetching) void fetchNextPage();
  }, [wanted, isThere, isFetching, fetchNextPage]);
}
