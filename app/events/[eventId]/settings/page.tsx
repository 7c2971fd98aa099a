import type { Metadata } from "next";
import { currentActor } from "@/app/actor";
import { loadOverview } from "@/app/events/[eventId]/load-overview";
import { readView } from "@/app/read-view";
import { eventQueries } from "@/components/queries/event-queries";
import { Hydrate } from "@/components/queries/hydrate";
import { SettingsScreen } from "@/components/settings/settings-screen";
import { getTrail } from "@/lib/connections/get-trail";
import { listDeliveriesInEvent } from "@/lib/connections/list-deliveries-in-event";
import { listMembersInEvent } from "@/lib/members/list-members-in-event";
import { may } from "@/lib/members/permissions-view";
import { getReviewSettingsInEvent } from "@/lib/reviews/get-review-settings-in-event";
import { getConnectionFacts } from "@/lib/syncs/get-connection-facts";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage({ params }: { params: Promise<{ eventId: string }> }) {
  const { eventId } = await params;
  const { role } = await loadOverview(eventId);
  const actor = await currentActor();
  const views = [
    [
      eventQueries.members(eventId).queryKey,
      await readView(listMembersInEvent(actor, { eventId })),
    ],
    [
      eventQueries.connectionFacts(eventId).queryKey,
      await readView(getConnectionFacts(actor, { eventId })),
    ],
    [
      eventQueries.deliveries(eventId).queryKey,
      await readView(listDeliveriesInEvent(actor, { eventId })),
    ],
    [eventQueries.trail(eventId).queryKey, await readView(getTrail(actor, { eventId }))],
  ] as const;
  const reviewing = may(role, "reviews.manage")
    ? ([
        eventQueries.reviewSettings(eventId).queryKey,
        await readView(getReviewSettingsInEvent(actor, { eventId })),
      ] as const)
    : null;
  return (
    <Hydrate views={reviewing ? [...views, reviewing] : views}>
      <SettingsScreen eventId={eventId} />
    </Hydrate>
  );
}
