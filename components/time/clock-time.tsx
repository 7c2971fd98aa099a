"use client";

import { dayInZone, formatInZone } from "./format-in-zone";
import { useNow } from "./now-provider";
import { useZone } from "./zone-provider";

/** A moment in short: the time of day today, with the day before it on others. */
export function ClockTime({ at }: { at: string }) {
  const zone = useZone();
  const isToday = dayInZone(at, zone) === dayInZone(new Date(useNow()).toISOString(), zone);
  return (
    <time dateTime={at} className="whitespace-nowrap" title={formatInZone(at, "moment", zone)}>
      {formatInZone(at, isToday ? "time" : "short", zone)}
    </time>
  );
}
