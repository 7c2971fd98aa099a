import type { Metadata } from "next";
import { currentActor } from "@/app/actor";
import { loadOverview } from "@/app/events/[eventId]/load-overview";
import { readView } from "@/app/read-view";
import { eventQueries } from "@/components/queries/event-queries";
import { Hydrate } from "@/components/queries/hydrate";
import { SettingsScreen } from "@/components/settings/settings-screen";
import { getTrail } from "@/lib/connections/get-trail";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage({ params }: { params: Promise<{ eventId: string }> }) {
  const { eventId } = await params;
  await loadOverview(eventId);
  const trail = await readView(getTrail(await currentActor(), { eventId }));
  return (
    <Hydrate views={[[eventQueries.trail(eventId).queryKey, trail]]}>
      <SettingsScreen eventId={eventId} />
    </Hydrate>
  );
}
