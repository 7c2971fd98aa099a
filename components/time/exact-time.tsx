"use client";

import { formatInZone } from "./format-in-zone";
import { useZone } from "./zone-provider";

/** A moment in the event's time zone. */
export function ExactTime({ at }: { at: string }) {
  return (
    <time dateTime={at} className="whitespace-nowrap">
      {formatInZone(at, "moment", useZone())}
    </time>
  );
}
