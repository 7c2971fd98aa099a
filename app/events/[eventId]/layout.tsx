import type { Metadata } from "next";
import type { ReactNode } from "react";
import { LiveProvider } from "@/components/live/live-provider";
import { VisitProvider } from "@/components/live/visit-provider";
import { eventQueries } from "@/components/queries/event-queries";
import { Hydrate } from "@/components/queries/hydrate";
import { EventShell } from "@/components/shell/event-shell";
import { NowProvider } from "@/components/time/now-provider";
import { getSyncProgress } from "@/lib/syncs/get-sync-progress";
import { loadOverview } from "./load-overview";
import { loadVisit } from "./load-visit";

type Props = { params: Promise<{ eventId: string }>; children: ReactNode };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { event } = await loadOverview((await params).eventId);
  const title = event?.title ?? "Your event";
  return { title: { default: title, template: `%s · ${title} · Foyer` } };
}

export default async function EventLayout({ params, children }: Props) {
  const { eventId } = await params;
  const views = [
    [eventQueries.overview(eventId).queryKey, await loadOverview(eventId)],
    [eventQueries.sync(eventId).queryKey, await getSyncProgress(eventId)],
  ] as const;
  return (
    <NowProvider initial={Date.now()}>
      <Hydrate views={views}>
        <LiveProvider eventId={eventId}>
          <VisitProvider visit={await loadVisit(eventId)}>
            <EventShell eventId={eventId}>{children}</EventShell>
          </VisitProvider>
        </LiveProvider>
      </Hydrate>
    </NowProvider>
  );
}
