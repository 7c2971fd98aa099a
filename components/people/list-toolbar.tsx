"use client";

import type { RefObject } from "react";
import { ChoiceMenu } from "@/components/ui/choice-menu";
import type { ListKind } from "@/lib/list-address/list-fields";
import { SearchField } from "./search-field";
import type { PeopleList } from "./use-people-list";

const SORTS = [
  { value: "-submitted", word: "Newest first" },
  { value: "submitted", word: "Oldest first" },
  { value: "name", word: "Name A to Z" },
  { value: "-name", word: "Name Z to A" },
  { value: "-updated", word: "Last changed" },
  { value: "updated", word: "Unchanged longest" },
];

type Props = { list: PeopleList; kind: ListKind; grid: RefObject<HTMLTableElement | null> };

/** Search and order, and how much of the list is on the page. */
export function ListToolbar({ list, kind, grid }: Props) {
  const { address, change, counts, rows } = list;
  return (
    <div className="flex items-center gap-2 px-3 pt-3 sm:px-5 sm:pt-4">
      <SearchField
        label={kind === "applications" ? "Search applications" : "Search participants"}
        value={address.q}
        isBusy={list.query.isPlaceholderData}
        onSearch={(q) => change({ q })}
        onDone={() => grid.current?.focus()}
      />
      <ChoiceMenu
        label="Order"
        value={list.sort[0] ?? "-submitted"}
        choices={SORTS}
        onChange={(sort) => change({ sort: [sort] })}
      />
      <p
        role="status"
        className="max-[23.5rem]:sr-only ml-auto whitespace-nowrap text-soft text-xs tabular-nums"
      >
        {counts ? (
          <>
            {rows.length.toLocaleString("en-GB")} of {counts.total.toLocaleString("en-GB")}
          </>
        ) : null}
      </p>
    </div>
  );
}
