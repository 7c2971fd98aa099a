import type { Metadata } from "next";
import type { ReactNode } from "react";
import { loadEntry } from "@/app/portal/[eventId]/load-entry";
import { LazyPortalFrame } from "@/components/portal/shell/lazy-portal-frame";

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
    <LazyPortalFrame eventId={eventId} entry={entry} now={Date.now()}>
      {children}
    </LazyPortalFrame>
  );
}
