"use client";

import { useSyncExternalStore } from "react";
import { type ZoneChoice, zoneChoice } from "./zone-choice";

type ChosenZone = {
  choice: ZoneChoice;
  choose: (choice: ZoneChoice) => void;
  /** The zone to show times in; null is UTC. */
  zone: string | null;
  /** This browser's zone; null on the server, and where it is the event's own. */
  ownZone: string | null;
};

/** Whose clock times are shown on. The server knows the event's only, so that is where a page begins. */
export function useChosenZone(eventZone: string | null): ChosenZone {
  const choice = useSyncExternalStore(zoneChoice.subscribe, zoneChoice.get, () => "event" as const);
  const here = useSyncExternalStore(neverChanges, zoneHere, () => null);
  const ownZone = here === (eventZone ?? "UTC") ? null : here;
  const zone = choice === "mine" && ownZone ? ownZone : eventZone;
  return { choice, choose: zoneChoice.set, zone, ownZone };
}

function neverChanges(): () => void {
  return () => {};
}

function zoneHere(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
