"use client";

import { formatInZone } from "./format-in-zone";
import { formatRelative } from "./format-relative";
import { useNow } from "./now-provider";
import { useZone } from "./zone-provider";

/** How long ago, with the exact moment in the event's time zone on hover. */
export function TimeAgo({ at }: { at: string }) {
  const now = useNow();
  const zone = useZone();
  return (
    <time dateTime={at} className="whitespace-nowrap" title={formatInZone(at, "moment", zone)}>
      {formatRelative(at, now)}
    </time>
  );
}
