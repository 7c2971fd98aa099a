"use client";

import { useQuery } from "@tanstack/react-query";
import { useFirstRead } from "@/components/live/use-first-read";
import type { PeopleList } from "@/components/people/use-people-list";
import { eventQueries } from "@/components/queries/event-queries";
import type { ListKind } from "@/lib/list-address/list-fields";

type Props = { list: PeopleList; kind: ListKind; eventId: string };

/** How many the list holds, of how many there are without its filters. Until that is known it says so. */
export function ListTotal({ list, kind, eventId }: Props) {
  const { counts, isFiltered } = list;
  const { isUnderWay: isPart } = useFirstRead(eventId);
  const all = useQuery({
    ...eventQueries.counts(eventId, kind, "", ["status"]),
    enabled: isFiltered,
  });
  return (
    <span role="status" className="whitespace-nowrap font-normal text-soft text-sm tabular-nums">
      {counts ? inWords(counts.total, isFiltered ? all.data?.total : undefined) : null}
      {counts ? <span className="sr-only"> {kind}</span> : null}
      {counts && isPart ? " so far" : null}
      {counts || !list.haveCountsFailed ? null : "not counted"}
      {counts || list.haveCountsFailed ? null : "counting…"}
    </span>
  );
}

/** A change can be counted in one of the two a moment before the other: then only the one is said. */
function inWords(total: number, all: number | undefined): string {
  const shown = total.toLocaleString("en-GB");
  return all === undefined || all < total ? shown : `${shown} of ${all.toLocaleString("en-GB")}`;
}
