"use client";

import type { UseInfiniteQueryResult } from "@tanstack/react-query";
import { useEffect, useState } from "react";

type Pages = { pages: readonly unknown[] };

/**
 * Reads a further page as soon as it can be: what happens meanwhile has the pages fetched anew, and
 * would cut off whoever asked for more.
 */
export function useMorePages(query: UseInfiniteQueryResult<Pages>) {
  const { data, isFetching, isError, hasNextPage, fetchNextPage } = query;
  const known = data?.pages.length ?? 0;
  const [wanted, setWanted] = useState(0);
  const isWaiting = wanted > known && hasNextPage && !isError;

  useEffect(() => {
    if (isWaiting && !isFetching) void fetchNextPage();
  }, [isWaiting, isFetching, fetchNextPage]);

  return { isWaiting, more: () => setWanted(known + 1) };
}
