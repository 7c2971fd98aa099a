"use client";

import { type KeyboardEvent, type RefObject, useMemo } from "react";
import { cardPlaces } from "@/components/people/columns/card-places";
import type { Arranging } from "@/components/people/columns/use-arranging";
import type { Selection } from "@/components/people/selection/use-selection";
import type { PeopleList } from "@/components/people/use-people-list";
import { usePrinting } from "@/components/ui/use-printing";
import type { ListKind } from "@/lib/list-address/list-fields";
import { ListHeader } from "./list-header";
import { PeopleRow, type RowActions } from "./people-row";
import { useChangedRows } from "./use-changed-rows";
import type { ShownRows } from "./use-shown-rows";
import type { SteadyRows } from "./use-steady-rows";

type Props = {
  eventId: string;
  list: PeopleList;
  kind: ListKind;
  steady: SteadyRows;
  shown: ShownRows;
  selection: Selection;
  arranging: Arranging;
  scroller: RefObject<HTMLElement | null>;
  gridRef: RefObject<HTMLTableElement | null>;
  active: string | null;
  setActive: (id: string) => void;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  say: (text: string) => void;
};

/** One stop for the Tab key; arrows move inside, and the row they are at is told by its id. */
export function PeopleGrid({ eventId, list, kind, steady, shown, selection, ...props }: Props) {
  const { arranging, scroller, gridRef, active, setActive, onKeyDown, say } = props;
  const { models, size } = shown;
  const isPrinting = usePrinting();
  const items = isPrinting ? models.map(({ id }, index) => ({ key: id, index })) : shown.items;
  const { select, selected, from } = list;
  const { columns } = arranging;
  const places = useMemo(() => cardPlaces(columns.map(({ id }) => id)), [columns]);
  const { changed, news } = useChangedRows(steady);
  const { toggle, toggleRange } = selection;
  const actions = useMemo<RowActions>(
    () => ({
      open: (id) => {
        setActive(id);
        select(id);
      },
      toggle: (id, isRange) => {
        setActive(id);
        gridRef.current?.focus({ preventScroll: true });
        if (isRange) toggleRange(id);
        else toggle(id);
      },
    }),
    [gridRef, setActive, select, toggle, toggleRange],
  );
  const isDrawn = active !== null && items.some(({ key }) => key === active);
  return (
    <>
      <table
        ref={gridRef}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the grid pattern of ARIA, on the elements it is meant for
        role="grid"
        aria-label={kind === "applications" ? "Applications" : "Participants"}
        aria-multiselectable="true"
        aria-rowcount={rowCount(list, size)}
        aria-busy={list.isBusy || list.query.isPending}
        aria-activedescendant={isDrawn ? `row-${active}` : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
        className="group/grid block outline-none @2xl:min-w-(--list-width)"
      >
        <ListHeader
          eventId={eventId}
          list={list}
          selection={selection}
          arranging={arranging}
          places={places}
          scroller={scroller}
          say={say}
        />
        <tbody
          data-rows={size}
          style={{ height: `calc(var(--row) * ${size})` }}
          className={`relative block print:h-auto! ${size > models.length ? "waiting-rows" : ""}`}
        >
          {items.map((item) => {
            const model = models[item.index];
            return model ? (
              <PeopleRow
                key={model.id}
                row={model}
                places={places}
                index={from + item.index}
                isActive={model.id === active}
                isOpened={model.id === selected}
                isPicked={selection.has(model.id)}
                isChanged={changed.has(model.id)}
                leaving={steady.leaving.get(model.id)?.word ?? null}
                actions={actions}
              />
            ) : null;
          })}
        </tbody>
      </table>
      <p aria-live="polite" className="sr-only">
        {news}
      </p>
      {isPrinting && size > models.length ? (
        <p className="p-3 text-sm">
          Rows {(from + 1).toLocaleString("en-GB")} to{" "}
          {(from + models.length).toLocaleString("en-GB")} of {size.toLocaleString("en-GB")}. Export
          makes a file of all of them.
        </p>
      ) : null}
    </>
  );
}

/** With the header. -1, as ARIA has it, while nobody knows. */
function rowCount({ counts, query }: PeopleList, size: number): number {
  return counts || !query.hasNextPage ? size + 1 : -1;
}
