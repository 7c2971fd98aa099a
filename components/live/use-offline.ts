"use client";

import { useSyncExternalStore } from "react";
import { isOffline } from "@/components/queries/is-offline";

let since: number | null = null;

/** Since when this browser says that it is in no network, in epoch ms; null while it is. */
export function useOffline(): number | null {
  return useSyncExternalStore(subscribe, offlineSince, () => null);
}

function offlineSince(): number | null {
  since = isOffline() ? (since ?? Date.now()) : null;
  return since;
}

function subscribe(onChange: () => void): () => void {
  for (const name of ["online", "offline"]) addEventListener(name, onChange);
  return () => {
    for (const name of ["online", "offline"]) removeEventListener(name, onChange);
  };
}
