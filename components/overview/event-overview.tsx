"use client";

import { useQuery } from "@tanstack/react-query";
import { CloudOff } from "lucide-react";
import type { ReactNode } from "react";
import { useFirstRead } from "@/components/live/use-first-read";
import { useSyncProgress } from "@/components/live/use-sync-progress";
import { eventQueries } from "@/components/queries/event-queries";
import { insightQueries } from "@/components/queries/insight-queries";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { ConnectionCard } from "./connection-card";
import { DeliveriesCard } from "./deliveries-card";
import { EventHeading } from "./event-heading";
import { FreshnessCard } from "./freshness-card";
import { StatusSection } from "./status-section";
import { SyncCard } from "./sync-card";
import { useKeptFresh } from "./use-kept-fresh";

/** Counting everything takes the database a while: not with each of a storm of changes. */
const PICTURES_GAP_MS = 10_000;
const FEED_GAP_MS = 5_000;

type Props = {
  eventId: string;
  /** The pictures and the feed, which may come later than the rest. */
  pictures: ReactNode;
  feed: ReactNode;
};

/** One event from above: how its applications stand, what they tell, how fresh that is, what happened. */
export function EventOverview({ eventId, pictures, feed }: Props) {
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
      <StatusSection eventId={eventId} counts={data.counts} isPart={isPart} />
      {pictures}
      <div className="grid grid-cols-1 items-start gap-4 sm:gap-5 lg:grid-cols-3">
        {feed}
        <div className="grid gap-4 sm:gap-5">
          <FreshnessCard overview={data} progress={progress} />
          <ConnectionCard eventId={eventId} connection={data.connection} />
          <DeliveriesCard eventId={eventId} />
        </div>
      </div>
    </div>
  );
}
