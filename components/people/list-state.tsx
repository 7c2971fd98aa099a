"use client";

import { CloudOff, Inbox, SearchX, Unplug } from "lucide-react";
import { roughly, syncSentence } from "@/components/overview/sync-words";
import { isUnderWay, useSyncProgress } from "@/components/overview/use-sync-progress";
import { ApiError } from "@/components/queries/api-error";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Progress } from "@/components/ui/progress";
import type { ListKind } from "@/lib/list-address/list-fields";
import type { PeopleList } from "./use-people-list";

type Props = { eventId: string; list: PeopleList; kind: ListKind };

/** What stands under the rows, or in their place: why there are none, or no more. */
export function ListState({ eventId, list, kind }: Props) {
  const { query, rows, isFiltered, clearFilters } = list;
  if (query.isError) return <Failed list={list} />;
  if (query.isFetchingNextPage) return <Waiting rows={3} />;
  if (query.isPending) return <Waiting rows={8} />;
  if (rows.length > 0) return null;
  if (isFiltered) {
    return (
      <Notice
        icon={SearchX}
        role="status"
        title="Nothing matches"
        text="Nobody in this event fits the search and the statuses you chose."
      >
        <Button look="primary" onClick={() => void clearFilters()}>
          Clear filters
        </Button>
      </Notice>
    );
  }
  return <Empty eventId={eventId} kind={kind} />;
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

function Waiting({ rows }: { rows: number }) {
  return (
    <div role="status" aria-label="Loading" className="divide-y divide-line">
      {Array.from({ length: rows }, (_, row) => `waiting ${row}`).map((key) => (
        <div key={key} className="flex min-h-14 animate-breathe items-center gap-4 px-3 sm:px-5">
          <span className="grid flex-1 gap-2">
            <span className="h-3 w-40 max-w-full rounded-full bg-sunken" />
            <span className="h-2.5 w-56 max-w-full rounded-full bg-sunken" />
          </span>
          <span className="h-5 w-24 rounded-full bg-sunken" />
        </div>
      ))}
    </div>
  );
}
