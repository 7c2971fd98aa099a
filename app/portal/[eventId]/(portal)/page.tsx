import { redirect } from "next/navigation";
import { loadEntry } from "@/app/portal/[eventId]/load-entry";
import { readPortalView } from "@/app/portal/[eventId]/read-portal-view";
import { PortalDoor } from "@/components/portal/door/portal-door";
import { SignedOutPage } from "@/components/portal/door/signed-out-page";
import { LazyApplicationPage } from "@/components/portal/lazy-signed-in";
import { isPortalPlace } from "@/components/portal/sign-in/portal-place";
import { getMe } from "@/lib/portal/get-me";

type Props = {
  params: Promise<{ eventId: string }>;
  searchParams: Promise<{ to?: string | string[] }>;
};

/** The door for everybody; for whoever is signed in, their application. */
export default async function PortalPage({ params, searchParams }: Props) {
  const { eventId } = await params;
  const { event, session } = await loadEntry(eventId);
  if (session.state === "none" && event) return <PortalDoor eventId={eventId} event={event} />;
  if (session.state !== "signed_in") {
    const reason = session.state === "signed_out" ? session.reason : null;
    return <SignedOutPage eventId={eventId} event={event} reason={reason} />;
  }
  const { to } = await searchParams;
  if (isPortalPlace(to)) redirect(`/portal/${eventId}/${to}`);
  const me = await readPortalView(eventId, getMe);
  return <LazyApplicationPage eventId={eventId} me={me} />;
}
