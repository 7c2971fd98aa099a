"use client";

import {
  keepPreviousData,
  type QueryKey,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import { eventQueries } from "@/components/queries/event-queries";
import { useSight } from "@/components/queries/use-sight";
import { defaultSort } from "@/lib/list-address/list-address";
import type { ListKind } from "@/lib/list-address/list-fields";
import { useListAddress } from "./address/use-list-address";
import { windowStart } from "./list-window";
import { countedQuestion } from "./search/counted-question";
import { useOneAtATime } from "./search/use-one-at-a-time";

/** A list: what its address says, its rows as far as they are loaded, and how many there are. */
export function usePeopleList(eventId: string, kind: ListKind) {
  const at = useListAddress(eventId);
  const { address, change } = at;
  const { name: seesNames } = useSight(eventId);
  const [asked, setAsked] = useState(at.question);
  const [jumped, setJumped] = useState({ question: asked, from: 0 });
  const from = jumped.question === asked ? jumped.from : 0;
  const options = eventQueries.list(eventId, kind, asked, from);
  const counts = useCounts(eventId, kind, asked, options.queryKey);
  const query = useInfiniteQuery({
    ...options,
    // Rows of another question wait for these; rows from another place of this one would be in the wrong place.
    placeholderData: (before, query) => (query?.queryKey[4] === asked ? undefined : before),
  });
  const moveTo = useCallback(
    (start: number) => setJumped({ question: asked, from: start }),
    [asked],
  );
  const goTo = useCallback((index: number) => moveTo(windowStart(index)), [moveTo]);
  const wanted = at.question;
  useOneAtATime({ asked, wanted, isBusy: query.isFetching, take: setAsked });
  const pages = query.data?.pages;
  const rows = useMemo(() => uniqueRows(pages ?? []), [pages]);
  const isBusy = asked !== wanted || query.isPlaceholderData;
  return {
    ...at,
    /** What the rows answer, or are going to: a moment behind the address while something is under way. */
    question: asked,
    query,
    rows,
    /** Where in the list the first of the rows stands, counted from 0. */
    from,
    /** Loads the rows around one that is not; `moveTo`: exactly from one on. */
    goTo,
    moveTo,
    isBusy,
    /** The order that is in force, whether the address names it or not. */
    sort: address.sort.length > 0 ? address.sort : defaultSort(address, kind, seesNames),
    isFiltered: address.q !== "" || address.filters.length > 0,
    /** Of exactly these rows; undefined while nobody knows. */
    counts: isBusy || counts.isPlaceholderData ? undefined : counts.data,
    /** Of these or of the rows before: for what must not jump, and says that it is in doubt. */
    lastCounts: counts.data,
    /** Nobody counts: asking failed, or there is nothing to count. */
    haveCountsFailed: counts.isError || query.isError,
    clearFilters: () => change({ filters: [], q: "" }),
  };
}

export type PeopleList = ReturnType<typeof usePeopleList>;

/** Counting waits for the rows, so that a search is never more than one request. */
function useCounts(eventId: string, kind: ListKind, asked: string, rowsKey: QueryKey) {
  return useQuery({
    ...eventQueries.counts(eventId, kind, countedQuestion(asked), ["status"]),
    enabled: useQueryClient().getQueryData(rowsKey) !== undefined,
    placeholderData: keepPreviousData,
  });
}

/** While pages are fetched one after the other somebody can move from one to the next. */
function uniqueRows<T extends { participantId: string }>(pages: { rows: T[] }[]): T[] {
  const seen = new Map<string, T>();
  for (const page of pages) {
    for (const row of page.rows) if (!seen.has(row.participantId)) seen.set(row.participantId, row);
  }
  return [...seen.values()];
}
