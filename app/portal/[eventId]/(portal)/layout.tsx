import type { Metadata } from "next";
import type { ReactNode } from "react";
import { loadEntry, loadTitle } from "@/app/portal/[eventId]/load-entry";
import { LazyPortalFrame } from "@/components/portal/lazy-signed-in";

type Props = { params: Promise<{ eventId: string }>; children: ReactNode };

const NO_PORTAL = "No portal here";

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const title = await loadTitle((await params).eventId);
  return {
    title: {
      default: title ?? NO_PORTAL,
      template: title === null ? `${NO_PORTAL} · Foyer` : `%s · ${title}`,
    },
    description: "See how your application stands, the program, and your own agenda.",
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
