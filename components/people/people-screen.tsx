"use client";

import { useCallback, useRef } from "react";
import { SideDrawer } from "@/components/ui/side-drawer";
import { useMediaQuery } from "@/components/ui/use-media-query";
import type { ListKind } from "@/lib/list-address/list-fields";
import { FilterBar } from "./filters/filter-bar";
import { ListToolbar } from "./list-toolbar";
import { PeopleTable } from "./people-table";
import { PersonPanel } from "./person-panel";
import { SelectionBar } from "./selection/selection-bar";
import { useSelection } from "./selection/use-selection";
import { usePeopleList } from "./use-people-list";

type Props = { eventId: string; kind: ListKind };

/** A list of people with search, filters and, beside it or over it, the one who was chosen. */
export function PeopleScreen({ eventId, kind }: Props) {
  const list = usePeopleList(eventId, kind);
  const selection = useSelection(list);
  const isWide = useMediaQuery("(min-width: 64rem)", true);
  const grid = useRef<HTMLTableElement>(null);
  const { selected, select } = list;

  const close = useCallback(() => {
    select(null);
    grid.current?.focus({ preventScroll: true });
  }, [select]);

  return (
    <div className="flex h-full min-h-96">
      <div className="flex min-w-0 flex-1 flex-col">
        <h1 className="sr-only">{kind === "applications" ? "Applications" : "Participants"}</h1>
        <ListToolbar list={list} kind={kind} eventId={eventId} grid={grid} />
        <FilterBar list={list} kind={kind} eventId={eventId} />
        <SelectionBar selection={selection} list={list} />
        <PeopleTable
          eventId={eventId}
          list={list}
          kind={kind}
          gridRef={grid}
          selected={selected}
          onSelect={select}
        />
      </div>
      {selected && isWide ? (
        <aside
          aria-label="Details"
          className="hidden w-96 shrink-0 overflow-y-auto border-line border-l bg-surface lg:block xl:w-104"
        >
          <PersonPanel eventId={eventId} participantId={selected} onClose={close} />
        </aside>
      ) : null}
      {isWide ? null : (
        <SideDrawer open={selected !== null} onClose={close} title="Details">
          {selected ? (
            <PersonPanel eventId={eventId} participantId={selected} onClose={close} />
          ) : null}
        </SideDrawer>
      )}
    </div>
  );
}
