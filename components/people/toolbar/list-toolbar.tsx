"use client";

import { type ReactNode, type RefObject, Suspense } from "react";
import { ListTotal } from "@/components/people/search/list-total";
import { SortButton } from "@/components/people/sort/sort-button";
import type { PeopleList } from "@/components/people/use-people-list";
import { useSight } from "@/components/queries/use-sight";
import { SearchField } from "@/components/ui/search-field";
import type { ListKind } from "@/lib/list-address/list-fields";
import type { Sight } from "@/lib/members/sight-view";

/** Bursts of keys are one search; what is still under way holds back the next one besides. */
const PAUSE_MS = 80;

type Props = {
  list: PeopleList;
  kind: ListKind;
  eventId: string;
  grid: RefObject<HTMLTableElement | null>;
  /** What narrows the list, before its order. */
  filter: ReactNode;
  /** What else belongs to the list as a whole: saved views, and the rest. */
  children?: ReactNode;
};

/** What the list is and how many it holds, search and order, in one row. Where there is little room the buttons are pictures only. */
export function ListToolbar({ list, kind, eventId, grid, filter, children }: Props) {
  const sight = useSight(eventId);
  const title = kind === "applications" ? "Applications" : "Participants";
  return (
    <div className="@container shrink-0 px-3 pt-3 sm:px-5 print:hidden">
      <div className="flex items-center gap-2">
        <h1 className="mr-2 flex items-baseline gap-2 whitespace-nowrap text-base @max-xl:sr-only">
          <span className="font-semibold">{title}</span>
          <ListTotal list={list} kind={kind} eventId={eventId} />
        </h1>
        {sight.name ? (
          <SearchField
            label={kind === "applications" ? "Search applications" : "Search participants"}
            placeholder={searchWords(sight)}
            pauseMs={PAUSE_MS}
            value={list.address.q}
            isBusy={list.isBusy}
            onSearch={(q) => list.change({ q })}
            onDone={() => grid.current?.focus()}
          />
        ) : (
          <p className="min-w-0 grow truncate text-soft text-sm">You review blindly</p>
        )}
        <Suspense>
          {filter}
          <SortButton list={list} eventId={eventId} />
          {children}
        </Suspense>
      </div>
    </div>
  );
}

/** What the search looks through, for this browser's member. */
function searchWords({ email, answers }: Sight): string {
  if (email) return "Name, e-mail, domain or answer";
  return answers ? "Name or answer" : "Name";
}
