"use client";

import { useSyncExternalStore } from "react";

/** Whose clock the times are on; where it is not one's own, that is said. */
export function ZoneNote({ zone }: { zone: string | null }) {
  const own = useSyncExternalStore(neverChanges, zoneHere, () => null);
  const shown = zone ?? "UTC";
  return (
    <p className="text-soft text-sm">
      All times are {nameOf(shown)}
      {own !== null && own !== shown ? `; yours is ${nameOf(own)}` : null}
    </p>
  );
}

function neverChanges(): () => void {
  return () => {};
}

function zoneHere(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** `America/New_York` as people say it: "New York time". */
function nameOf(zone: string): string {
  return zone === "UTC" ? zone : `${zone.split("/").at(-1)?.replaceAll("_", " ")} time`;
}
