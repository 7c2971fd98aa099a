import { loadOverview } from "@/app/events/[eventId]/load-overview";
import { EventOverview } from "@/components/overview/event-overview";

export default async function OverviewPage({ params }: { params: Promise<{ eventId: string }> }) {
  const { eventId } = await params;
  await loadOverview(eventId);
  return <EventOverview eventId={eventId} />;
}
