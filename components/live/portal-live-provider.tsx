"use client";

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { portalQueries } from "@/components/queries/portal-queries";
import { LiveContext } from "./live-context";
import { liveStatusOf } from "./live-status";
import { useOffline } from "./use-offline";
import { usePortalChanges } from "./use-portal-changes";
import { useRepeatFailed } from "./use-repeat-failed";

type Props = { eventId: string; children: ReactNode };

/** Follows the stream of one event's portal for everything inside. */
export function PortalLiveProvider({ eventId, children }: Props) {
  const line = usePortalChanges(eventId);
  const { data } = useQuery(portalQueries.entry(eventId));
  const session = data?.session;
  // Whoever is signed in is so to a connection that lives.
  const revento =
    session?.state === "signed_in"
      ? { ...session.heard, state: "active", since: null, isPaused: false }
      : null;
  const status = liveStatusOf(line, useOffline(), revento);
  useRepeatFailed(line.state);
  return <LiveContext value={status}>{children}</LiveContext>;
}
