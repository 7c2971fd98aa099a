"use client";

import { useQuery } from "@tanstack/react-query";
import { CloudOff, TriangleAlert } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { useFirstRead } from "@/components/live/use-first-read";
import { useSyncProgress } from "@/components/live/use-sync-progress";
import { eventQueries } from "@/components/queries/event-queries";
import { insightQueries } from "@/components/queries/insight-queries";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { EventOverviewView } from "@/lib/connections/event-overview-view";
import { EventHeading } from "./event-heading";
import { StatusSection } from "./status-section";
import { SyncCard } from "./sync-card";
import { useKeptFresh } from "./use-kept-fresh";

/** Counting everything takes the database a while: not with each of a storm of changes. */
const PICTURES_GAP_MS = 10_000;
const FEED_GAP_MS = 5_000;

type Props = {
  eventId: string;
  /** What needs somebody, the pictures and the feed, which may come later than the rest. */
  needs: ReactNode;
  pictures: ReactNode;
  feed: ReactNode;
};

/** One event from above: what needs somebody, how its applications stand, what they tell, what happened. */
export function EventOverview({ eventId, needs, pictures, feed }: Props) {
  const { data, isError, refetch } = useQuery(eventQueries.overview(eventId));
  const progress = useSyncProgress(eventId);
  const { isUnderWay: isPart } = useFirstRead(eventId);
  useKeptFresh(eventId, insightQueries.all(eventId), PICTURES_GAP_MS);
  useKeptFresh(eventId, insightQueries.feed(eventId).queryKey, FEED_GAP_MS);
  if (!data) {
    return isError ? (
      <Notice icon={CloudOff} role="alert" title="This did not load" text="Foyer did not answer.">
        <Button look="primary" onClick={() => void refetch()}>
          Try again
        </Button>
      </Notice>
    ) : null;
  }
  return (
    <div className="mx-auto grid max-w-7xl grid-cols-1 gap-4 p-4 sm:gap-5 sm:p-6 lg:p-8">
      <EventHeading overview={data} />
      {progress ? <SyncCard progress={progress} /> : null}
      {isPart ? null : needs}
      <StatusSection eventId={eventId} counts={data.counts} today={data.today} isPart={isPart} />
      {hasProblems(data.problems) ? (
        <Link
          href={`/events/${eventId}/settings`}
          className="flex w-fit items-center gap-2 rounded-sm text-pending text-sm underline underline-offset-4"
        >
          <TriangleAlert aria-hidden="true" size={15} className="shrink-0" />
          Not everything could be read as Revento has it
        </Link>
      ) : null}
      {pictures}
      {feed}
    </div>
  );
}

/** Whether Foyer holds anything otherwise than Revento does; Settings says what. */
function hasProblems(problems: EventOverviewView["problems"]): boolean {
  const { cutForms, notStored, partlyRead, unreadable, undecided } = problems;
  const rows = [...Object.values(partlyRead), ...Object.values(unreadable)];
  return cutForms + notStored.count + undecided + rows.length > 0;
}
