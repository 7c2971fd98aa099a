"use client";

import { createContext, type ReactNode, useContext } from "react";

const Zone = createContext<string | null>(null);

/** The time zone of the event whose pages these are; null is UTC. */
export function ZoneProvider({ zone, children }: { zone: string | null; children: ReactNode }) {
  return <Zone value={zone}>{children}</Zone>;
}

export function useZone(): string | null {
  return useContext(Zone);
}
