"use client";

import type { ReactNode } from "react";
import { LiveContext } from "./live-context";
import { useEventChanges } from "./use-event-changes";

/** Follows the event's stream for everything inside. */
export function LiveProvider({ eventId, children }: { eventId: string; children: ReactNode }) {
  return <LiveContext value={useEventChanges(eventId)}>{children}</LiveContext>;
}
