"use client";

import { parseAsBoolean, useQueryState } from "nuqs";
import { Suspense, useCallback, useRef } from "react";
import { useMediaQuery } from "@/components/ui/use-media-query";
import type { ListKind } from "@/lib/list-address/list-fields";
import { ColumnsMenu } from "./columns/columns-menu";
import { useArranging } from "./columns/use-arranging";
import { useListLayout } from "./columns/use-list-layout";
import { ExportButton, ExportSelected } from "./export/export-button";
import { DroppedNotice } from "./filters/dropped-notice";
import { FilterBar } from "./filters/filter-bar";
import { ListToolbar } from "./list-toolbar";
import { PasteEmails } from "./selection/paste-emails";
import { SelectionBar } from "./selection/selection-bar";
import { useSelection } from "./selection/use-selection";
import { PeopleTable } from "./table/people-table";
import { PersonBeside } from "./table/person-beside";
import { useSpoken } from "./table/use-spoken";
import { useSteadyRows } from "./table/use-steady-rows";
import { usePeopleList } from "./use-people-list";
import { SavedViewsMenu } from "./views/saved-views-menu";

type Props = { eventId: string; kind: ListKind };

/** A list of people with search, filters and, beside it or over it, the one who was chosen. */
export function PeopleScreen({ eventId, kind }: Props) {
  const list = usePeopleList(eventId, kind);
  const selection = useSelection(list);
  const [spoken, say] = useSpoken();
  const arranging = useArranging(kind, useListLayout(eventId, kind, list.address), say);
  const onScreen = useRef<ReadonlySet<string>>(new Set());
  const steady = useSteadyRows({
    eventId,
    list,
    isWatched: (id) => id === list.selected || selection.has(id) || onScreen.current.has(id),
    onLeft: (id) => selection.drop([id]),
  });
  const grid = useRef<HTMLTableElement>(null);
  const [isAsked, setReading] = useQueryState("reading", parseAsBoolean.withDefault(false));
  const isReading = useMediaQuery("(min-width: 64rem)", true) && isAsked && list.selected !== null;

  const read = useCallback((next: boolean) => void setReading(next || null), [setReading]);

  return (
    <div className="flex h-full min-h-96">
      <div className={`flex min-w-0 flex-1 flex-col ${isReading ? "invisible" : ""}`}>
        <h1 className="sr-only">{kind === "applications" ? "Applications" : "Participants"}</h1>
        <DroppedNotice list={list} />
        <ListToolbar list={list} kind={kind} eventId={eventId} grid={grid}>
          <SavedViewsMenu list={list} kind={kind} eventId={eventId} />
          <ColumnsMenu eventId={eventId} arranging={arranging} />
          <PasteEmails eventId={eventId} kind={kind} selection={selection} />
          <ExportButton eventId={eventId} kind={kind} list={list} />
        </ListToolbar>
        <Suspense>
          <FilterBar list={list} kind={kind} eventId={eventId} />
        </Suspense>
        <SelectionBar selection={selection} list={list}>
          <ExportSelected
            eventId={eventId}
            kind={kind}
            list={list}
            picked={selection.picked}
            pickedCount={selection.count}
          />
        </SelectionBar>
        <Suspense>
          <PeopleTable
            eventId={eventId}
            list={list}
            kind={kind}
            steady={steady}
            selection={selection}
            arranging={arranging}
            gridRef={grid}
            onScreen={onScreen}
            say={say}
          />
        </Suspense>
        <p aria-live="polite" className="sr-only">
          {spoken}
        </p>
      </div>
      <PersonBeside
        eventId={eventId}
        kind={kind}
        list={list}
        rows={steady.rows}
        grid={grid}
        isReading={isReading}
        onReading={read}
      />
    </div>
  );
}
