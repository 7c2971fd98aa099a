"use client";

import { CloudOff, Inbox, SearchX, Unplug } from "lucide-react";
import { roughly, syncSentence } from "@/components/labels/sync-words";
import { useFirstRead } from "@/components/live/use-first-read";
import { isUnderWay, useSyncProgress } from "@/components/live/use-sync-progress";
import { fieldWord } from "@/components/people/columns/field-words";
import { useFieldKinds } from "@/components/people/filters/use-field-kinds";
import type { PeopleList } from "@/components/people/use-people-list";
import { ApiError } from "@/components/queries/api-error";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Progress } from "@/components/ui/progress";
import type { ListKind } from "@/lib/list-address/list-fields";
import type { ListColumn } from "@/lib/saved-views/list-layout-view";
import { WaitingRows } from "./waiting-rows";

type Props = {
  eventId: string;
  list: PeopleList;
  kind: ListKind;
  columns: readonly ListColumn[];
};

/** What stands under the rows, or in their place: why there are none, or no more. */
export function ListState({ eventId, list, kind, columns }: Props) {
  const { query, rows, isFiltered, clearFilters } = list;
  const { isUnderWay: isPart } = useFirstRead(eventId);
  if (query.isError) return <Failed list={list} />;
  // Where the size of the list is known, there is room for what is on its way.
  if (list.lastCounts && (query.isFetchingNextPage || list.from > 0)) return null;
  if (query.isFetchingNextPage) return <WaitingRows rows={3} columns={columns} />;
  if (query.isPending) return <WaitingRows rows={12} columns={columns} />;
  if (rows.length > 0) return null;
  if (isFiltered && isPart) {
    return (
      <Notice
        icon={SearchX}
        role="status"
        title="Nothing matches so far"
        text="The event is still being read. Whoever fits appears here by themselves."
      />
    );
  }
  if (isFiltered) {
    return (
      <Notice
        icon={SearchX}
        role="status"
        title="Nothing matches"
        text={<NothingMatches eventId={eventId} list={list} />}
      >
        <Button look="primary" onClick={() => void clearFilters()}>
          Clear filters
        </Button>
      </Notice>
    );
  }
  return <Empty eventId={eventId} kind={kind} />;
}

function NothingMatches({ eventId, list }: { eventId: string; list: PeopleList }) {
  const { isGone } = useFieldKinds(eventId);
  const gone = [...new Set(list.address.filters.map(({ field }) => field))].filter(isGone);
  if (gone.length === 0) return "Nobody in this event fits the search and the filters you chose.";
  const names = gone.map((field) => `“${fieldWord(field)}”`).join(", ");
  return `A filter asks for ${names}, which nobody has answered. Perhaps the form has changed since.`;
}

function Empty({ eventId, kind }: { eventId: string; kind: ListKind }) {
  const progress = useSyncProgress(eventId);
  if (progress && isUnderWay(progress)) {
    return (
      <Notice
        icon={Inbox}
        role="status"
        title="They are on their way"
        text={syncSentence(progress)}
      >
        <div className="grid w-64 gap-2">
          <Progress label="Reading from Revento" value={progress.percent} />
          {progress.secondsLeft === null ? null : (
            <p className="text-soft text-xs">{roughly(progress.secondsLeft)}</p>
          )}
        </div>
      </Notice>
    );
  }
  return (
    <Notice
      icon={Inbox}
      role="status"
      title={kind === "applications" ? "No applications yet" : "Nobody takes part yet"}
      text={
        kind === "applications"
          ? "The first one appears here by itself as soon as somebody applies in Revento."
          : "Whoever is approved in Revento, or added there without an application, appears here."
      }
    />
  );
}

function Failed({ list: { query, rows } }: { list: PeopleList }) {
  const { error } = query;
  const isGone = error instanceof ApiError && (error.status === 401 || error.status === 404);
  if (isGone) {
    return (
      <Notice
        icon={Unplug}
        role="alert"
        title="This browser may no longer see the event"
        text="Its session has ended or its seat was taken back. Connect the event again to go on."
      />
    );
  }
  return (
    <Notice
      icon={CloudOff}
      role="alert"
      title={rows.length > 0 ? "The newest answers did not arrive" : "The list did not load"}
      text={error?.message ?? "Foyer did not answer."}
    >
      <Button
        look="primary"
        onClick={() => void (query.isFetchNextPageError ? query.fetchNextPage() : query.refetch())}
      >
        Try again
      </Button>
    </Notice>
  );
}
