"use client";

import type { ReactNode } from "react";
import { PortalLiveProvider } from "@/components/live/portal-live-provider";
import { HydrateInBrowser } from "@/components/queries/hydrate-in-browser";
import { portalQueries } from "@/components/queries/portal-queries";
import { NowProvider } from "@/components/time/now-provider";
import type { PortalEntryView } from "@/lib/portal/portal-entry-view";
import { PortalProviders } from "./portal-providers";
import { PortalShell } from "./portal-shell";

/** `now`: the server's moment in epoch ms. */
type Props = { eventId: string; entry: PortalEntryView; now: number; children: ReactNode };

/** Everything around the pages of somebody who is signed in. */
export function PortalFrame({ eventId, entry, now, children }: Props) {
  return (
    <PortalProviders eventId={eventId}>
      <NowProvider initial={now}>
        <HydrateInBrowser queryKey={portalQueries.entry(eventId).queryKey} view={entry}>
          <PortalLiveProvider eventId={eventId}>
            <PortalShell eventId={eventId}>{children}</PortalShell>
          </PortalLiveProvider>
        </HydrateInBrowser>
      </NowProvider>
    </PortalProviders>
  );
}
