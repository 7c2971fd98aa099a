"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTable } from "@tanstack/react-table";
import { useVirtualizer } from "@tanstack/react-virtual";
import {
  type CSSProperties,
  type ReactNode,
  type RefObject,
  type UIEvent,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { useOnScreen } from "@/components/live/on-screen";
import { refreshNearPages } from "@/components/live/refresh-lists";
import { cardPlaces } from "@/components/people/columns/card-places";
import { BOX_PX, gridTracks, listWidth, widthOf } from "@/components/people/columns/column-widths";
import type { Arranging } from "@/components/people/columns/use-arranging";
import { FoundWords } from "@/components/people/search/found-text";
import type { Selection } from "@/components/people/selection/use-selection";
import type { PeopleList } from "@/components/people/use-people-list";
import { eventQueries } from "@/components/queries/event-queries";
import { foldedWords } from "@/lib/list-address/fold-text";
import type { ListKind } from "@/lib/list-address/list-fields";
import type { Density, ListColumn } from "@/lib/saved-views/list-layout-view";
import { LIST_FEATURES, listColumns } from "./list-columns";
import { ListHeader } from "./list-header";
import { ListState } from "./list-state";
import { NewRowsButton } from "./new-rows-button";
import { PeopleRow, type RowActions } from "./people-row";
import { useChangedRows } from "./use-changed-rows";
import { useFetchAhead } from "./use-fetch-ahead";
import { useGridKeys } from "./use-grid-keys";
import { useLoadedToEnd } from "./use-loaded-to-end";
import { useRowHeight } from "./use-row-height";
import type { SteadyRows } from "./use-steady-rows";

const HEAD_PX = 37;
const AHEAD_ROWS = 20;
const FIRST_PAINT = { width: 1024, height: 900 };

type Props = {
  eventId: string;
  list: PeopleList;
  kind: ListKind;
  steady: SteadyRows;
  selection: Selection;
  arranging: Arranging;
  density: Density;
  gridRef: RefObject<HTMLTableElement | null>;
  onScreen: RefObject<ReadonlySet<string>>;
  say: (text: string) => void;
  /** What lies over the heads of the columns. */
  children?: ReactNode;
};

/** The rows, as many as fit: the rest is fetched before one gets there. */
export function PeopleTable({
  eventId,
  list,
  kind,
  steady,
  selection,
  arranging,
  density,
  ...props
}: Props) {
  const { gridRef, onScreen, say, children } = props;
  const { query, selected, select } = list;
  const { rows, leaving, unseen, see } = steady;
  const { columns } = arranging;
  const scroller = useRef<HTMLDivElement>(null);
  const [isAway, setAway] = useState(false);
  const places = useMemo(() => cardPlaces(columns.map(({ id }) => id)), [columns]);
  const table = useTable({
    features: LIST_FEATURES,
    columns: useMemo(() => listColumns(columns), [columns]),
    data: rows,
    getRowId: (row) => row.participantId,
  });
  const models = table.getRowModel().rows;
  const rowPx = useRowHeight(scroller, density);
  const virtualizer = useVirtualizer({
    count: models.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    getItemKey: (index) => models[index]?.id ?? index,
    overscan: 8,
    scrollPaddingStart: HEAD_PX,
    initialRect: FIRST_PAINT,
    // Away from the top, what is read keeps its place whatever comes and goes above it.
    anchorTo: isAway ? "end" : "start",
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was measured is of another height
  useEffect(() => virtualizer.measure(), [virtualizer, rowPx]);
  const items = virtualizer.getVirtualItems();
  const firstSeen = virtualizer.range?.startIndex ?? 0;
  const lastSeen = virtualizer.range?.endIndex ?? 0;
  const { changed, news } = useChangedRows(steady);
  const { active, setActive, onKeyDown } = useGridKeys({
    rows,
    selected,
    onSelect: select,
    selection,
    show: (index) => virtualizer.scrollToIndex(index),
    onEnd: list.query.hasNextPage ? () => setGoingToEnd(true) : null,
  });
  const [isGoingToEnd, setGoingToEnd] = useState(false);
  useLoadedToEnd(query, rows.length, isGoingToEnd, () => {
    setGoingToEnd(false);
    const last = models.at(-1);
    if (!last) return;
    setActive(last.id);
    virtualizer.scrollToIndex(models.length - 1);
    say(`The end of what is loaded, row ${models.length.toLocaleString("en-GB")}`);
  });
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
  useFetchAhead(query, (items.at(-1)?.index ?? 0) + AHEAD_ROWS >= models.length);
  useStartAgain(scroller, list.question);

  const seen = useMemo(
    () => new Set(models.slice(firstSeen, lastSeen + 1).map(({ id }) => id)),
    [models, firstSeen, lastSeen],
  );
  useEffect(() => {
    onScreen.current = seen;
    see((id) => seen.has(id));
  }, [seen, onScreen, see]);
  const { queryKey } = eventQueries.list(eventId, kind, list.question);
  const client = useQueryClient();
  useOnScreen(queryKey, seen, () => void refreshNearPages(client, queryKey));

  // Whoever is opened from elsewhere, by Next in the details or by a link, is brought into view.
  const selectedAt = useMemo(
    () => (selected === null ? -1 : models.findIndex(({ id }) => id === selected)),
    [models, selected],
  );
  const shownSelected = useRef<string | null>(null);
  useEffect(() => {
    if (selected !== null && selectedAt < 0) return;
    if (shownSelected.current === selected) return;
    shownSelected.current = selected;
    if (selected === null) return;
    setActive(selected);
    if (!onScreen.current.has(selected)) virtualizer.scrollToIndex(selectedAt);
  }, [selected, selectedAt, onScreen, virtualizer, setActive]);

  function onScroll({ currentTarget }: UIEvent<HTMLDivElement>): void {
    currentTarget.toggleAttribute("data-scrolled", currentTarget.scrollLeft > 0);
    setAway(currentTarget.scrollTop > rowPx / 2);
  }
  function goToTop(): void {
    scroller.current?.scrollTo({ top: 0 });
    setActive(models[0]?.id ?? null);
    gridRef.current?.focus({ preventScroll: true });
  }

  const above = useMemo(() => {
    const wanted = new Set(unseen);
    return models.slice(0, firstSeen).filter(({ id }) => wanted.has(id)).length;
  }, [models, unseen, firstSeen]);
  const name = kind === "applications" ? "Applications" : "Participants";
  const { q } = list.address;
  const words = useMemo(() => foldedWords(q), [q]);
  return (
    <FoundWords value={words}>
      <div className="@container/table relative flex min-h-0 flex-1 flex-col">
        {children}
        {list.isBusy ? (
          <span className="absolute inset-x-0 top-0 z-20 h-0.5 animate-breathe bg-accent" />
        ) : null}
        <div
          ref={scroller}
          onScroll={onScroll}
          style={tracksOf(columns)}
          data-density={density}
          className="group/list list-rows @container relative min-h-0 flex-1 overflow-x-auto overflow-y-auto overscroll-contain border-line border-t bg-surface -outline-offset-2 outline-focus [overflow-anchor:none] has-[[role=grid]:focus-visible:not([aria-activedescendant])]:outline-2"
        >
          {/* One stop for the Tab key; arrows move inside, and the row they are at is told by its id. */}
          <table
            ref={gridRef}
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the grid pattern of ARIA, on the elements it is meant for
            role="grid"
            aria-label={name}
            aria-multiselectable="true"
            aria-rowcount={rowCount(list, rows.length)}
            aria-busy={list.isBusy}
            aria-activedescendant={
              active !== null && items.some(({ key }) => key === active)
                ? `row-${active}`
                : undefined
            }
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
              style={{ height: `calc(var(--row) * ${models.length})` }}
              className="relative block"
            >
              {items.map((item) => {
                const model = models[item.index];
                return model ? (
                  <PeopleRow
                    key={model.id}
                    row={model}
                    places={places}
                    index={item.index}
                    isActive={model.id === active}
                    isOpened={model.id === selected}
                    isPicked={selection.has(model.id)}
                    isChanged={changed.has(model.id)}
                    leaving={leaving.get(model.id)?.word ?? null}
                    actions={actions}
                  />
                ) : null;
              })}
            </tbody>
          </table>
          <ListState eventId={eventId} list={list} kind={kind} columns={columns} />
        </div>
        <NewRowsButton count={isAway ? above : 0} onPress={goToTop} />
        <p aria-live="polite" className="sr-only">
          {news}
        </p>
      </div>
    </FoundWords>
  );
}

/** What the grid's classes read; the pinned name must not cover what the keyboard comes to. */
function tracksOf(columns: readonly ListColumn[]): CSSProperties {
  const [name] = columns;
  return {
    "--tracks": gridTracks(columns),
    "--list-width": `${listWidth(columns)}px`,
    scrollPaddingLeft: BOX_PX + (name ? widthOf(name) : 0),
  } as CSSProperties;
}

/** With the header. -1, as ARIA has it, while nobody knows. */
function rowCount({ counts, query }: PeopleList, loaded: number): number {
  if (counts) return Math.max(counts.total, loaded) + 1;
  return query.hasNextPage ? -1 : loaded + 1;
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
