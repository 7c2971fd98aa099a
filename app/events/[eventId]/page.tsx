import type { SearchParams } from "nuqs/server";
import { Suspense } from "react";
import { currentActor } from "@/app/actor";
import { loadOverview } from "@/app/events/[eventId]/load-overview";
import { readView } from "@/app/read-view";
import { EventOverview } from "@/components/overview/event-overview";
import { FeedSkeleton } from "@/components/overview/feed/feed-skeleton";
import { InsightsSkeleton } from "@/components/overview/insights/insights-skeleton";
import { eventQueries } from "@/components/queries/event-queries";
import { Hydrate } from "@/components/queries/hydrate";
import { listDeliveriesInEvent } from "@/lib/connections/list-deliveries-in-event";
import { LoadFeed } from "./load-feed";
import { LoadInsights } from "./load-insights";

type Props = { params: Promise<{ eventId: string }>; searchParams: Promise<SearchParams> };

export default async function OverviewPage({ params, searchParams }: Props) {
  const { eventId } = await params;
  await loadOverview(eventId);
  const deliveries = await readView(listDeliveriesInEvent(await currentActor(), { eventId }));
  return (
    <Hydrate views={[[eventQueries.deliveries(eventId).queryKey, deliveries]]}>
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
    </Hydrate>
  );
}
