"use client";

import { useTable } from "@tanstack/react-table";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useEffect, useRef } from "react";
import type { ListKind } from "@/lib/list-address/list-fields";
import { LIST_COLUMNS, LIST_FEATURES } from "./list-columns";
import { ListHeader } from "./list-header";
import { ListState } from "./list-state";
import { PeopleRow } from "./people-row";
import { useChangedRows } from "./use-changed-rows";
import { useGridKeys } from "./use-grid-keys";
import type { PeopleList } from "./use-people-list";

const ROW_PX = 56;
const AHEAD_ROWS = 20;
const FIRST_PAINT = { width: 1024, height: 900 };

type Props = {
  eventId: string;
  list: PeopleList;
  kind: ListKind;
  gridRef: RefObject<HTMLTableElement | null>;
  selected: string | null;
  onSelect: (participantId: string | null) => void;
};

/** The rows, as many as fit: the rest is fetched before one gets there. */
export function PeopleTable({ eventId, list, kind, gridRef, selected, onSelect }: Props) {
  const { rows, counts, query } = list;
  const scroller = useRef<HTMLDivElement>(null);
  const table = useTable({
    features: LIST_FEATURES,
    columns: LIST_COLUMNS,
    data: rows,
    getRowId: (row) => row.participantId,
  });
  const models = table.getRowModel().rows;
  const virtualizer = useVirtualizer({
    count: models.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    getItemKey: (index) => models[index]?.id ?? index,
    overscan: 8,
    scrollPaddingStart: 36,
    initialRect: FIRST_PAINT,
  });
  const items = virtualizer.getVirtualItems();
  const { changed, news } = useChangedRows(rows);
  const { active, setActive, onKeyDown } = useGridKeys({
    rows,
    selected,
    onSelect,
    show: (index) => virtualizer.scrollToIndex(index),
  });
  useFetchAhead(query, (items.at(-1)?.index ?? 0) + AHEAD_ROWS >= models.length);
  useStartAgain(scroller, list.question);

  const name = kind === "applications" ? "Applications" : "Participants";
  return (
    <>
      <div
        ref={scroller}
        className="@container relative min-h-0 flex-1 overflow-y-auto overscroll-contain border-line border-t bg-surface -outline-offset-2 outline-focus has-[[role=grid]:focus-visible:not([aria-activedescendant])]:outline-2"
      >
        {/* One stop for the Tab key; arrows move inside, and the row they are at is told by its id. */}
        <table
          ref={gridRef}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the grid pattern of ARIA, on the elements it is meant for
          role="grid"
          aria-label={name}
          aria-rowcount={(counts?.total ?? 0) + 1}
          aria-busy={query.isPlaceholderData}
          aria-activedescendant={isThere(active, items, models) ? `row-${active}` : undefined}
          tabIndex={0}
          onKeyDown={onKeyDown}
          className="group/grid block outline-none"
        >
          <ListHeader list={list} table={table} />
          <tbody
            style={{ height: virtualizer.getTotalSize() }}
            className={`relative block transition-opacity ${query.isPlaceholderData ? "opacity-60" : ""}`}
          >
            {items.map((item) => {
              const model = models[item.index];
              return model ? (
                <PeopleRow
                  key={model.id}
                  table={table}
                  row={model}
                  index={item.index}
                  top={item.start}
                  measure={virtualizer.measureElement}
                  isActive={model.id === active}
                  isSelected={model.id === selected}
                  isChanged={changed.has(model.id)}
                  onPick={() => {
                    setActive(model.id);
                    onSelect(model.id);
                  }}
                />
              ) : null;
            })}
          </tbody>
        </table>
        <ListState eventId={eventId} list={list} kind={kind} />
      </div>
      <p aria-live="polite" className="sr-only">
        {news}
      </p>
    </>
  );
}

/** Whether a row is on the page at all: one that is scrolled away has no element to point at. */
function isThere(id: string | null, items: { index: number }[], models: { id: string }[]): boolean {
  return id !== null && items.some(({ index }) => models[index]?.id === id);
}

/** Fetches the next page when the end comes near, unless the last attempt failed. */
function useFetchAhead(query: PeopleList["query"], isNear: boolean): void {
  const { hasNextPage, isFetching, isFetchNextPageError, fetchNextPage } = query;
  useEffect(() => {
    if (isNear && hasNextPage && !isFetching && !isFetchNextPageError) void fetchNextPage();
  }, [isNear, hasNextPage, isFetching, isFetchNextPageError, fetchNextPage]);
}

/** Another question begins at its top; the same question with newer answers stays where it is. */
function useStartAgain(scroller: RefObject<HTMLDivElement | null>, question: string): void {
  const asked = useRef(question);
  useEffect(() => {
    if (asked.current === question) return;
    asked.current = question;
    scroller.current?.scrollTo({ top: 0 });
  }, [scroller, question]);
}
