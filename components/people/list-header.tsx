"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import type { SortKey } from "@/lib/list-address/list-address";
import { CELL_PLACES, type PeopleTableModel, ROW_GRID } from "./list-columns";
import type { PeopleList } from "./use-people-list";

/** What pressing a column's head asks for first, and then. */
const ORDERS: Record<string, readonly [SortKey, SortKey]> = {
  name: ["name", "-name"],
  submitted: ["-submitted", "submitted"],
  updated: ["-updated", "updated"],
};

/** The heads of the columns, which also order the list. On a phone the order has a menu of its own. */
export function ListHeader({ list, table }: { list: PeopleList; table: PeopleTableModel }) {
  return (
    <thead className="sticky top-0 z-10 hidden border-line border-b bg-surface @2xl:block">
      {table.getHeaderGroups().map((group) => (
        <tr key={group.id} aria-rowindex={1} className={ROW_GRID}>
          {group.headers.map((header) => (
            <ColumnHead
              key={header.id}
              id={header.id}
              word={String(header.column.columnDef.header)}
              list={list}
            />
          ))}
        </tr>
      ))}
    </thead>
  );
}

function ColumnHead({ id, word, list }: { id: string; word: string; list: PeopleList }) {
  const orders = ORDERS[id];
  const sort = list.sort[0] ?? "";
  const isSorted = orders?.includes(sort) ?? false;
  const isDown = sort.startsWith("-");
  const Arrow = isDown ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      aria-sort={isSorted ? (isDown ? "descending" : "ascending") : undefined}
      className={`${CELL_PLACES[id]} text-left font-normal text-soft text-xs`}
    >
      {orders ? (
        <button
          type="button"
          onClick={() => list.change({ sort: [sort === orders[0] ? orders[1] : orders[0]] })}
          className="inline-flex min-h-9 items-center gap-1 rounded-sm hover:text-ink"
        >
          {word}
          {isSorted ? <Arrow aria-hidden="true" size={13} /> : null}
        </button>
      ) : (
        <span className="inline-flex min-h-9 items-center">{word}</span>
      )}
    </th>
  );
}
