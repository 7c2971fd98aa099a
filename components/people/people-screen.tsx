"use client";

import { parseAsBoolean, useQueryState } from "nuqs";
import { Suspense, useCallback, useRef } from "react";
import { ReviewNamesProvider } from "@/components/labels/review-names";
import { useNamesOfReviews } from "@/components/queries/use-names-of-reviews";
import { lazyPiece } from "@/components/ui/lazy-piece";
import { useMediaQuery } from "@/components/ui/use-media-query";
import type { ListKind } from "@/lib/list-address/list-fields";
import { useArranging } from "./columns/use-arranging";
import { useListLayout } from "./columns/use-list-layout";
import { DroppedNotice } from "./filters/dropped-notice";
import { FilterBar } from "./filters/filter-bar";
import { FilterButton } from "./filters/filter-button";
import { useFiltering } from "./filters/use-filtering";
import { useGroup } from "./groups/use-group";
import { PeopleRows } from "./people-rows";
import { useSelection } from "./selection/use-selection";
import { StatusTabs } from "./status-tabs";
import { PersonBeside } from "./table/person-beside";
import { useSpoken } from "./table/use-spoken";
import { useSteadyRows } from "./table/use-steady-rows";
import { ListToolbar } from "./toolbar/list-toolbar";
import { MoreMenu } from "./toolbar/more-menu";
import { type PeopleList, usePeopleList } from "./use-people-list";
import { SavedViewsMenu } from "./views/saved-views-menu";

const Groups = lazyPiece(() => import("./groups/groups").then((module) => module.Groups));

type Props = { eventId: string; kind: ListKind };

const LISTS: Record<ListKind, string> = {
  applications: "Applications",
  participants: "Participants",
};

/** A list of people with search, filters and, beside it or over it, the one who was chosen. */
export function PeopleScreen({ eventId, kind }: Props) {
  const list = usePeopleList(eventId, kind);
  const selection = useSelection(list);
  const [spoken, say] = useSpoken();
  const layout = useListLayout(eventId, kind, list.address);
  const arranging = useArranging(layout, say);
  const filtering = useFiltering();
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

  const names = useNamesOfReviews(eventId, isAboutReviews(list, layout.columns));
  const [group, setGroup] = useGroup();
  const read = useCallback((next: boolean) => void setReading(next || null), [setReading]);

  return (
    <ReviewNamesProvider value={names}>
      <div className="flex h-full min-h-96 print:block print:h-auto">
        <div className={`flex min-w-0 flex-1 flex-col ${isReading ? "invisible" : ""}`}>
          <DroppedNotice list={list} />
          <ListToolbar
            list={list}
            kind={kind}
            eventId={eventId}
            grid={grid}
            filter={<FilterButton list={list} filtering={filtering} />}
          >
            <SavedViewsMenu list={list} kind={kind} eventId={eventId} />
            <MoreMenu
              eventId={eventId}
              kind={kind}
              list={list}
              layout={layout}
              arranging={arranging}
              selection={selection}
            />
          </ListToolbar>
          <Suspense>
            <FilterBar list={list} kind={kind} eventId={eventId} filtering={filtering} />
            <StatusTabs list={list} kind={kind} />
          </Suspense>
          <Suspense>
            {group === null ? (
              <PeopleRows
                eventId={eventId}
                kind={kind}
                list={list}
                steady={steady}
                selection={selection}
                arranging={arranging}
                density={layout.density}
                grid={grid}
                onScreen={onScreen}
                say={say}
              />
            ) : (
              <Groups
                eventId={eventId}
                kind={kind}
                list={list}
                field={group}
                onField={(field) => void setGroup(field)}
              />
            )}
          </Suspense>
          <p aria-live="polite" className="sr-only">
            {spoken}
          </p>
        </div>
        {isReading ? <h1 className="sr-only">{LISTS[kind]}</h1> : null}
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
    </ReviewNamesProvider>
  );
}

/** Whether ids of labels or of the team stand somewhere in a list. */
function isAboutReviews({ address }: PeopleList, columns: readonly { id: string }[]): boolean {
  const fields = [...address.filters.map(({ field }) => field), ...columns.map(({ id }) => id)];
  return fields.some((field) => field === "labels" || field === "assignee");
}
