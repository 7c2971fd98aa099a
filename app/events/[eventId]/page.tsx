import { EventOverview } from "@/components/overview/event-overview";
import { eventQueries } from "@/components/queries/event-queries";
import { Hydrate } from "@/components/queries/hydrate";
import { getSyncProgress } from "@/lib/syncs/get-sync-progress";
import { loadOverview } from "./load-overview";

export default async function OverviewPage({ params }: { params: Promise<{ eventId: string }> }) {
  const { eventId } = await params;
  await loadOverview(eventId);
  const progress = await getSyncProgress(eventId);
  return (
    <Hydrate views={[[eventQueries.sync(eventId).queryKey, progress]]}>
      <EventOverview eventId={eventId} />
    </Hydrate>
  );
}
