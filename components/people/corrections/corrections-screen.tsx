"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { CheckCheck, CloudOff } from "lucide-react";
import Link from "next/link";
import { ChangeList } from "@/components/people/detail/change-list";
import { eventQueries } from "@/components/queries/event-queries";
import { ExactTime } from "@/components/time/exact-time";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { CorrectionView } from "@/lib/participants/correction-view";
import { correctionWords } from "./correction-words";

/** What the daily checks found different in Revento, and corrected here. */
export function CorrectionsScreen({ eventId }: { eventId: string }) {
  const query = useInfiniteQuery(eventQueries.corrections(eventId));
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <div className="mx-auto grid max-w-3xl gap-5 p-4 sm:p-6 lg:p-8">
      <div>
        <h1 className="font-display text-2xl">Corrected by the daily check</h1>
        <p className="mt-2 max-w-prose text-soft text-sm leading-relaxed">
          Once a day Foyer reads all of the event and compares. What its messages had not told, or
          had told otherwise, stands here, the newest first.
        </p>
      </div>
      {query.isError ? (
        <Notice icon={CloudOff} role="alert" title="This did not load" text={query.error.message}>
          <Button look="primary" onClick={() => void query.refetch()}>
            Try again
          </Button>
        </Notice>
      ) : null}
      {query.isSuccess && rows.length === 0 ? (
        <Notice
          icon={CheckCheck}
          role="status"
          title="Nothing had to be corrected"
          text="So far the messages from Revento told Foyer everything."
        />
      ) : null}
      {rows.length > 0 ? (
        <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
          {rows.map((row) => (
            <Correction key={`${row.runId} ${row.participantId}`} eventId={eventId} row={row} />
          ))}
        </ul>
      ) : null}
      {query.hasNextPage ? (
        <Button
          className="justify-self-center"
          disabled={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {query.isFetchingNextPage ? "Loading…" : "Show older ones"}
        </Button>
      ) : null}
    </div>
  );
}

function Correction({ eventId, row }: { eventId: string; row: CorrectionView }) {
  const { participantId, name, hasApplied, cause, at } = row;
  const list = hasApplied ? "applications" : "participants";
  return (
    <li className="grid gap-1.5 p-4 text-sm">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <Link
          href={`/events/${eventId}/${list}?selected=${encodeURIComponent(participantId)}`}
          className="font-medium underline underline-offset-4"
          dir="auto"
        >
          {name ?? participantId}
        </Link>
        <span className="text-soft text-xs">
          <ExactTime at={at} />
        </span>
      </div>
      <p className="text-soft">{correctionWords(cause)}</p>
      <ChangeList entry={row} />
    </li>
  );
}
