"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { useMemo } from "react";
import { eventQueries, type ListKind } from "@/components/queries/event-queries";
import { cleanFilters, listAddressOf } from "./list-address";

/** A list, what of it is in the address, and the means to change that. */
export function usePeopleList(eventId: string, kind: ListKind) {
  const parsers = useMemo(() => listAddressOf(kind), [kind]);
  const [address, setAddress] = useQueryStates(parsers, { history: "replace" });
  const filters = cleanFilters(address);
  const query = useInfiniteQuery({
    ...eventQueries.list(eventId, kind, filters),
    placeholderData: keepPreviousData,
  });
  const pages = query.data?.pages;
  const rows = useMemo(() => uniqueRows(pages ?? []), [pages]);
  return {
    address,
    setAddress,
    filters,
    query,
    rows,
    isFiltered: filters.q !== "" || filters.status.length > 0,
    /** The newest page counts: the first one is refetched with every change. */
    counts: pages?.[0],
    clearFilters: () => setAddress({ status: null, q: null }),
  };
}

export type PeopleList = ReturnType<typeof usePeopleList>;

/** While pages are fetched one after the other somebody can move from one to the next. */
function uniqueRows<T extends { participantId: string }>(pages: { rows: T[] }[]): T[] {
  const seen = new Map<string, T>();
  for (const page of pages) {
    for (const row of page.rows) if (!seen.has(row.participantId)) seen.set(row.participantId, row);
  }
  return [...seen.values()];
}
