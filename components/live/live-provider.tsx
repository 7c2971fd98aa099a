"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { LiveState } from "./stream-message";
import { useEventChanges } from "./use-event-changes";

const Live = createContext<LiveState>("connecting");

/** Follows the event's stream for everything inside. */
export function LiveProvider({ eventId, children }: { eventId: string; children: ReactNode }) {
  return <Live value={useEventChanges(eventId)}>{children}</Live>;
}

export function useLiveState(): LiveState {
  return useContext(Live);
}
