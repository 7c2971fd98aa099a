"use client";

import { formatInZone, needsYear } from "./format-in-zone";
import { useNow } from "./now-provider";
import { useZone } from "./zone-provider";

/** A moment on the event's clock, whose zone the page names once; where there is none, in UTC, which is said. */
export function ExactTime({ at }: { at: string }) {
  const zone = useZone();
  const now = new Date(useNow()).toISOString();
  return (
    <time dateTime={at} className="whitespace-nowrap" title={formatInZone(at, "moment", zone)}>
      {formatInZone(at, needsYear(at, now) ? "far until" : "until", zone)}
      {zone === null ? " UTC" : null}
    </time>
  );
}
