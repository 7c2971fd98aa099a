"use client";

import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { eventQueries } from "@/components/queries/event-queries";
import { defaultSort } from "@/lib/list-address/list-address";
import type { ListKind } from "@/lib/list-address/list-fields";
import { useListAddress } from "./address/use-list-address";

/** A list: what its address says, its rows as far as they are loaded, and how many there are. */
export function usePeopleList(eventId: string, kind: ListKind) {
  const at = useListAddress();
  const { address, question, change } = at;
  const query = useInfiniteQuery({
    ...eventQueries.list(eventId, kind, question),
    placeholderData: keepPreviousData,
  });
  const counts = useQuery({
    ...eventQueries.counts(eventId, kind, question, ["status"]),
    placeholderData: keepPreviousData,
  });
  const pages = query.data?.pages;
  const rows = useMemo(() => uniqueRows(pages ?? []), [pages]);
  return {
    ...at,
    query,
    rows,
    /** The order that is in force, whether the address names it or not. */
    sort: address.sort.length > 0 ? address.sort : defaultSort(address, kind),
    isFiltered: address.q !== "" || address.filters.length > 0,
    counts: counts.data,
    clearFilters: () => change({ filters: [], q: "" }),
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
