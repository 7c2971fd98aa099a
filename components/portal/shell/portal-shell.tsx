"use client";

import { hashKey, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect } from "react";
import { OfflineBar } from "@/components/live/offline-bar";
import { NoPortalPage } from "@/components/portal/door/no-portal-page";
import { ApiError } from "@/components/queries/api-error";
import { portalQueries } from "@/components/queries/portal-queries";
import { ZoneProvider } from "@/components/time/zone-provider";
import { lazyPiece } from "@/components/ui/lazy-piece";
import { PortalHeader } from "./portal-header";
import { PortalNav } from "./portal-nav";
import { PortalNotices } from "./portal-notices";

// Whoever is signed in does without it; the end of a sign-in comes over the line that it is loaded by.
const SignedOutPage = lazyPiece(() =>
  import("@/components/portal/door/signed-out-page").then((module) => module.SignedOutPage),
);

type Props = { eventId: string; children: ReactNode };

/** The frame of the portal's pages; shows the signed-out state as soon as the door says so. */
export function PortalShell({ eventId, children }: Props) {
  const { data, error } = useQuery(portalQueries.entry(eventId));
  const isGone = error instanceof ApiError && error.status === 404;
  const isSignedIn = data?.session.state === "signed_in" && !isGone;
  useForgetting(eventId, isSignedIn);

  if (isGone || !data) return <NoPortalPage />;
  const { event, session } = data;
  if (session.state !== "signed_in") {
    const reason = session.state === "signed_out" ? session.reason : null;
    return <SignedOutPage eventId={eventId} event={event} reason={reason} />;
  }
  return (
    <ZoneProvider zone={event?.timezone ?? null}>
      <div className="flex h-dvh flex-col">
        <a
          href="#content"
          className="-translate-y-20 fixed top-2 left-2 z-50 rounded-md bg-accent px-4 py-2 text-on-accent focus:translate-y-0"
        >
          Skip to the content
        </a>
        <PortalHeader eventId={eventId} event={event} />
        <OfflineBar />
        {event ? <PortalNotices event={event} /> : null}
        <main
          id="content"
          tabIndex={-1}
          className="relative min-h-0 flex-1 overflow-y-auto outline-none"
        >
          {children}
        </main>
        <PortalNav
          eventId={eventId}
          className="flex shrink-0 justify-around border-line border-t bg-surface pb-[env(safe-area-inset-bottom)] md:hidden print:hidden"
        />
      </div>
    </ZoneProvider>
  );
}

/** Nothing of a person stays behind in the memory of a page that they are signed out of. */
function useForgetting(eventId: string, isSignedIn: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (isSignedIn) return;
    const door = hashKey(portalQueries.entry(eventId).queryKey);
    client.removeQueries({
      queryKey: portalQueries.all(eventId),
      predicate: (query) => query.queryHash !== door,
    });
  }, [client, eventId, isSignedIn]);
}
