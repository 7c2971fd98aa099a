"use client";

import { HydrateInBrowser } from "@/components/queries/hydrate-in-browser";
import { portalQueries } from "@/components/queries/portal-queries";
import type { MeView } from "@/lib/portal/me-view";
import { ApplicationScreen } from "./application-screen";

/** My application, beginning with what the server knew when it made the page. */
export function ApplicationPage({ eventId, me }: { eventId: string; me: MeView }) {
  return (
    <HydrateInBrowser queryKey={portalQueries.me(eventId).queryKey} view={me}>
      <ApplicationScreen eventId={eventId} />
    </HydrateInBrowser>
  );
}
