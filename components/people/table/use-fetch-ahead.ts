import { useEffect } from "react";
import type { PeopleList } from "@/components/people/use-people-list";

/** Fetches the next page when the end comes near, unless the last attempt failed. */
export function useFetchAhead(query: PeopleList["query"], isNear: boolean): void {
  const { hasNextPage, isFetching, isFetchNextPageError, fetchNextPage } = query;
  useEffect(() => {
    if (isNear && hasNextPage && !isFetching && !isFetchNextPageError) void fetchNextPage();
  }, [isNear, hasNextPage, isFetching, isFetchNextPageError, fetchNextPage]);
}
