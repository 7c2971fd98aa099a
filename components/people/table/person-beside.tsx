"use client";

import { useQuery } from "@tanstack/react-query";
import { type RefObject, useCallback, useDeferredValue, useEffect, useRef, useState } from "react";
import { PageNotices } from "@/components/live/page-notices";
import { PersonPanel } from "@/components/people/person-panel";
import type { PeopleList } from "@/components/people/use-people-list";
import { eventQueries } from "@/components/queries/event-queries";
import { lazyPiece } from "@/components/ui/lazy-piece";
import { useMediaQuery } from "@/components/ui/use-media-query";
import type { ListKind } from "@/lib/list-address/list-fields";
import type { ApplicationView } from "@/lib/participants/participant-view";
import { neighboursOf } from "./neighbours-of";
import { useFetchAhead } from "./use-fetch-ahead";

// Where there is room beside the list, nobody needs it.
const SideDrawer = lazyPiece(() =>
  import("@/components/ui/side-drawer").then((module) => module.SideDrawer),
);

/** So many rows before the end of what is loaded, the next page is fetched. */
const NEAR_ROWS = 5;

type Props = {
  eventId: string;
  kind: ListKind;
  list: PeopleList;
  rows: readonly ApplicationView[];
  grid: RefObject<HTMLElement | null>;
  /** Whether the person takes the whole page. */
  isReading: boolean;
  onReading: (isReading: boolean) => void;
};

/** The one who was chosen, beside the list where there is room, else over it. */
export function PersonBeside(props: Props) {
  const { eventId, kind, list, rows, grid, isReading, onReading } = props;
  const { select, query, counts, from, goTo } = list;
  // The row that was pressed is marked first: making room for the panel lays all the rows out anew.
  const selected = useDeferredValue(list.selected);
  const isWide = useMediaQuery("(min-width: 64rem)", true);
  const among = selected === null ? null : neighboursOf(rows, selected, counts?.total, from);
  const isFarther = among !== null && among.position === undefined && !list.query.isPending;
  const { data: place } = useQuery({
    ...eventQueries.place(eventId, kind, list.question, selected ?? ""),
    enabled: isFarther,
  });
  const neighbours = isFarther && place ? { ...place, total: counts?.total } : among;
  // Whoever is opened by a link is brought into the list; who was there is not followed, when the list goes on.
  const brought = useRef<string | null>(null);
  useEffect(() => {
    if (brought.current === selected || query.isPending) return;
    if (isFarther && !place) return;
    brought.current = selected;
    if (isFarther && place?.position) goTo(place.position - 1);
  }, [selected, isFarther, place, goTo, query.isPending]);
  const position = neighbours?.position ?? 0;
  useFetchAhead(query, !isFarther && position > 0 && position + NEAR_ROWS > from + rows.length);
  const close = useCallback(() => {
    onReading(false);
    select(null);
    grid.current?.focus({ preventScroll: true });
  }, [select, grid, onReading]);
  const panel =
    selected !== null && neighbours ? (
      <PersonPanel
        eventId={eventId}
        participantId={selected}
        onClose={close}
        neighbours={neighbours}
        onSelect={select}
        reading={isWide ? { isOn: isReading, toggle: () => onReading(!isReading) } : null}
      />
    ) : null;

  const [wasNeeded, setNeeded] = useState(false);
  if (!isWide && panel && !wasNeeded) setNeeded(true);
  if (!isWide) {
    return !wasNeeded ? null : (
      <SideDrawer open={panel !== null} onClose={close} title="Details">
        <PageNotices eventId={eventId} />
        {panel}
      </SideDrawer>
    );
  }
  return panel ? (
    <aside
      aria-label="Details"
      className={
        isReading
          ? "absolute inset-0 z-20 overflow-y-auto bg-surface"
          : "hidden w-96 shrink-0 overflow-y-auto border-line border-l bg-surface lg:block xl:w-104"
      }
    >
      {panel}
    </aside>
  ) : null;
}
