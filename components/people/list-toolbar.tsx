"use client";

import { type ReactNode, type RefObject, Suspense } from "react";
import { SearchField } from "@/components/ui/search-field";
import type { ListKind } from "@/lib/list-address/list-fields";
import { ListTotal } from "./search/list-total";
import { SortButton } from "./sort/sort-button";
import type { PeopleList } from "./use-people-list";

/** Bursts of keys are one search; what is still under way holds back the next one besides. */
const PAUSE_MS = 80;

type Props = {
  list: PeopleList;
  kind: ListKind;
  eventId: string;
  grid: RefObject<HTMLTableElement | null>;
  /** What else belongs to the list as a whole: saved views, columns, export. */
  children?: ReactNode;
};

/** Search and order, and how many there are. Where there is little room the buttons are pictures only. */
export function ListToolbar({ list, kind, eventId, grid, children }: Props) {
  return (
    <div className="@container shrink-0 px-3 pt-3 sm:px-5 sm:pt-4">
      <div className="flex flex-wrap items-center gap-2">
        <SearchField
          label={kind === "applications" ? "Search applications" : "Search participants"}
          placeholder="Name, e-mail, domain or answer"
          pauseMs={PAUSE_MS}
          value={list.address.q}
          isBusy={list.isBusy}
          onSearch={(q) => list.change({ q })}
          onDone={() => grid.current?.focus()}
        />
        <Suspense>
          <SortButton list={list} eventId={eventId} />
          {children}
        </Suspense>
        <ListTotal list={list} kind={kind} eventId={eventId} />
      </div>
    </div>
  );
}
