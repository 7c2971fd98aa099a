"use client";

import type { ReactNode } from "react";
import { LiveContext } from "./live-context";
import { usePortalChanges } from "./use-portal-changes";

/** Follows the stream of one event's portal for everything inside. */
export function PortalLiveProvider({
  eventId,
  children,
}: {
  eventId: string;
  children: ReactNode;
}) {
  return <LiveContext value={usePortalChanges(eventId)}>{children}</LiveContext>;
}
