import { loadEntry } from "@/app/portal/[eventId]/load-entry";
import { readPortalView } from "@/app/portal/[eventId]/read-portal-view";
import { LazyApplicationPage } from "@/components/portal/application/lazy-application-page";
import { PortalDoor } from "@/components/portal/door/portal-door";
import { SignedOutPage } from "@/components/portal/door/signed-out-page";
import { getMe } from "@/lib/portal/get-me";

/** The door for everybody; for whoever is signed in, their application. */
export default async function PortalPage({ params }: { params: Promise<{ eventId: string }> }) {
  const { eventId } = await params;
  const { event, session } = await loadEntry(eventId);
  if (session.state === "none" && event) return <PortalDoor eventId={eventId} event={event} />;
  if (session.state !== "signed_in") {
    const reason = session.state === "signed_out" ? session.reason : null;
    return <SignedOutPage eventId={eventId} event={event} reason={reason} />;
  }
  const me = await readPortalView(eventId, getMe);
  return <LazyApplicationPage eventId={eventId} me={me} />;
}
