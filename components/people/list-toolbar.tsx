"use client";

import type { RefObject } from "react";
import type { ListKind } from "@/components/queries/event-queries";
import { ChoiceMenu } from "@/components/ui/choice-menu";
import { SORTS } from "./list-address";
import { SearchField } from "./search-field";
import type { PeopleList } from "./use-people-list";

type Props = { list: PeopleList; kind: ListKind; grid: RefObject<HTMLTableElement | null> };

/** Search and order, and how much of the list is on the page. */
export function ListToolbar({ list, kind, grid }: Props) {
  const { address, setAddress, counts, rows } = list;
  return (
    <div className="flex items-center gap-2 px-3 pt-3 sm:px-5 sm:pt-4">
      <SearchField
        label={kind === "applications" ? "Search applications" : "Search participants"}
        value={address.q}
        isBusy={list.query.isPlaceholderData}
        onSearch={(q) => void setAddress({ q: q || null })}
        onDone={() => grid.current?.focus()}
      />
      <ChoiceMenu
        label="Order"
        value={address.sort}
        choices={SORTS}
        onChange={(sort) => void setAddress({ sort })}
      />
      <p
        role="status"
        className="max-[23.5rem]:sr-only ml-auto whitespace-nowrap text-soft text-xs tabular-nums"
      >
        {counts?.total != null ? (
          <>
            {rows.length.toLocaleString("en-GB")} of {counts.total.toLocaleString("en-GB")}
          </>
        ) : null}
      </p>
    </div>
  );
}
