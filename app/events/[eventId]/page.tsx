import type { SearchParams } from "nuqs/server";
import { Suspense } from "react";
import { EventOverview } from "@/components/overview/event-overview";
import { FeedSkeleton } from "@/components/overview/feed/feed-skeleton";
import { InsightsSkeleton } from "@/components/overview/insights/insights-skeleton";
import { NeedsSkeleton } from "@/components/overview/needs-section";
import { LoadFeed } from "./load-feed";
import { LoadInsights, LoadNeeds } from "./load-insights";

type Props = { params: Promise<{ eventId: string }>; searchParams: Promise<SearchParams> };

export default async function OverviewPage({ params, searchParams }: Props) {
  const { eventId } = await params;
  return (
    <EventOverview
      eventId={eventId}
      needs={
        <Suspense fallback={<NeedsSkeleton />}>
          <LoadNeeds eventId={eventId} />
        </Suspense>
      }
      pictures={
        <Suspense fallback={<InsightsSkeleton />}>
          <LoadInsights eventId={eventId} search={searchParams} />
        </Suspense>
      }
      feed={
        <Suspense fallback={<FeedSkeleton />}>
          <LoadFeed eventId={eventId} />
        </Suspense>
      }
    />
  );
}
