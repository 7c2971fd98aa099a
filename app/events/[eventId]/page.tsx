import type { SearchParams } from "nuqs/server";
import { Suspense } from "react";
import { loadOverview } from "@/app/events/[eventId]/load-overview";
import { EventOverview } from "@/components/overview/event-overview";
import { FeedSkeleton } from "@/components/overview/feed/feed-skeleton";
import { InsightsSkeleton } from "@/components/overview/insights/insights-skeleton";
import { LoadFeed } from "./load-feed";
import { LoadInsights } from "./load-insights";

type Props = { params: Promise<{ eventId: string }>; searchParams: Promise<SearchParams> };

export default async function OverviewPage({ params, searchParams }: Props) {
  const { eventId } = await params;
  await loadOverview(eventId);
  return (
    <EventOverview
      eventId={eventId}
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
