"use client";

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
import { BOX_PX, gridTracks, listWidth, widthOf } from "@/components/people/columns/column-widths";
import type { Arranging } from "@/components/people/columns/use-arranging";
import { AHEAD_ROWS } from "@/components/people/list-window";
import { FoundWords } from "@/components/people/search/found-text";
import type { Selection } from "@/components/people/selection/use-selection";
import type { PeopleList } from "@/components/people/use-people-list";
import { foldedWords } from "@/lib/list-address/fold-text";
import type { ListKind } from "@/lib/list-address/list-fields";
import type { Density, ListColumn } from "@/lib/saved-views/list-layout-view";
import { ListState } from "./list-state";
import { NewRowsButton } from "./new-rows-button";
import { PeopleGrid } from "./people-grid";
import { useFetchAhead } from "./use-fetch-ahead";
import { useGridKeys } from "./use-grid-keys";
import { useListWindow } from "./use-list-window";
import { useRowsOnScreen } from "./use-rows-on-screen";
import { useSelectedInView } from "./use-selected-in-view";
import { useShownRows } from "./use-shown-rows";
import type { SteadyRows } from "./use-steady-rows";

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

/** The rows, as many as fit; the scroll bar is of the whole list, and the rest is fetched before one gets there. */
export function PeopleTable(props: Props) {
  const { eventId, list, kind, steady, selection, arranging, density } = props;
  const { gridRef, onScreen, say, children } = props;
  const { query, selected, select } = list;
  const scroller = useRef<HTMLDivElement>(null);
  const [isAway, setAway] = useState(false);
  const { columns } = arranging;
  const shown = useShownRows({ list, steady, columns, density, scroller, isAway });
  const { models, rowPx, size } = shown;
  const at = useListWindow({ eventId, kind, list, shown, scroller, onReach });
  const { active, setActive, onKeyDown } = useGridKeys({
    rows: steady.rows,
    selected,
    onSelect: select,
    selection,
    show: shown.scrollTo,
    onEdge: (edge) => at.goToRow(edge === "first" ? 0 : Math.max(size - 1, 0)),
  });
  useFetchAhead(
    query,
    at.isWithinReach && (shown.items.at(-1)?.index ?? 0) + AHEAD_ROWS >= models.length,
  );
  useStartAgain(scroller, list.question);
  const above = useRowsOnScreen({ eventId, kind, list, shown, steady, onScreen });
  useSelectedInView(selected, shown, onScreen, setActive);

  function onReach(index: number): void {
    const row = models[index];
    if (!row) return;
    setActive(row.id);
    shown.scrollTo(index);
    if (selected !== null) select(row.id);
    say(`Row ${(list.from + index + 1).toLocaleString("en-GB")}`);
  }
  function onScroll({ currentTarget }: UIEvent<HTMLDivElement>): void {
    currentTarget.toggleAttribute("data-scrolled", currentTarget.scrollLeft > 0);
    setAway(currentTarget.scrollTop > rowPx / 2);
    at.onScroll();
  }
  function goToTop(): void {
    at.goToRow(0);
    gridRef.current?.focus({ preventScroll: true });
  }

  const { q } = list.address;
  const words = useMemo(() => foldedWords(q), [q]);
  return (
    <FoundWords value={words}>
      <div className="@container/table relative flex min-h-0 flex-1 flex-col print:block">
        {children}
        {list.isBusy ? (
          <span className="absolute inset-x-0 top-0 z-20 h-0.5 animate-breathe bg-accent" />
        ) : null}
        <div
          ref={scroller}
          onScroll={onScroll}
          style={tracksOf(columns)}
          data-density={density}
          className="group/list list-rows @container relative min-h-0 flex-1 overflow-x-auto overflow-y-auto print:overflow-visible overscroll-contain border-line border-t bg-surface -outline-offset-2 outline-focus [overflow-anchor:none] has-[[role=grid]:focus-visible:not([aria-activedescendant])]:outline-2"
        >
          <PeopleGrid
            {...props}
            shown={shown}
            scroller={scroller}
            active={active}
            setActive={setActive}
            onKeyDown={onKeyDown}
          />
          <ListState eventId={eventId} list={list} kind={kind} columns={columns} />
        </div>
        <NewRowsButton count={isAway ? above : 0} onPress={goToTop} />
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

/** Another question begins at its top; the same question with newer answers stays where it is. */
function useStartAgain(scroller: RefObject<HTMLDivElement | null>, question: string): void {
  const asked = useRef(question);
  useEffect(() => {
    if (asked.current === question) return;
    asked.current = question;
    scroller.current?.scrollTo({ top: 0 });
  }, [scroller, question]);
}
