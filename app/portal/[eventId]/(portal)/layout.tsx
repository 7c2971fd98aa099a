import type { Metadata } from "next";
import type { ReactNode } from "react";
import { loadEntry } from "@/app/portal/[eventId]/load-entry";
import { PortalLiveProvider } from "@/components/live/portal-live-provider";
import { PortalProviders } from "@/components/portal/shell/portal-providers";
import { PortalShell } from "@/components/portal/shell/portal-shell";
import { Hydrate } from "@/components/queries/hydrate";
import { portalQueries } from "@/components/queries/portal-queries";
import { NowProvider } from "@/components/time/now-provider";

type Props = { params: Promise<{ eventId: string }>; children: ReactNode };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { event } = await loadEntry((await params).eventId);
  const title = event?.title ?? "Portal";
  return {
    title: { default: title, template: `%s · ${title}` },
    description: event?.description ?? "The portal of a Revento event.",
  };
}

export default async function PortalLayout({ params, children }: Props) {
  const { eventId } = await params;
  const entry = await loadEntry(eventId);
  if (entry.session.state !== "signed_in") return children;
  return (
    <PortalProviders eventId={eventId}>
      <NowProvider initial={Date.now()}>
        <Hydrate views={[[portalQueries.entry(eventId).queryKey, entry]]}>
          <PortalLiveProvider eventId={eventId}>
            <PortalShell eventId={eventId}>{children}</PortalShell>
          </PortalLiveProvider>
        </Hydrate>
      </NowProvider>
    </PortalProviders>
  );
}
