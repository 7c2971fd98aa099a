"use client";

import { formatInZone } from "@/components/time/format-in-zone";
import { useNow } from "@/components/time/now-provider";

const HOUR_MS = 3_600_000;
const DAY_HOURS = 24;
const LONG_HOURS = 72;
/** A minute: the page's clock is behind by so much at the most. */
const CLOCK_LAG_DAYS = 1 / 1_440;

/** A deadline as a countdown: in days, and in hours from three days on. */
export function InDays({ at }: { at: string }) {
  const now = useNow();
  return (
    <time
      dateTime={at}
      className="whitespace-nowrap tabular-nums"
      title={formatInZone(at, "moment", null)}
    >
      {countdown(Date.parse(at) - now)}
    </time>
  );
}

/** "in 27 days", "in 5 hours", "in 40 minutes", "2 hours ago". */
export function countdown(ms: number): string {
  const far = Math.abs(ms);
  const hours = Math.floor(far / HOUR_MS);
  const words =
    hours >= LONG_HOURS
      ? many(daysOf(ms), "day")
      : hours >= 1
        ? many(hours, "hour")
        : many(Math.floor(far / 60_000), "minute");
  return ms < 0 ? `${words} ago` : `in ${words}`;
}

/** What is left counts until it has passed, what has passed once it has. */
function daysOf(ms: number): number {
  const days = Math.abs(ms) / HOUR_MS / DAY_HOURS;
  return ms < 0 ? Math.floor(days) : Math.ceil(days - CLOCK_LAG_DAYS);
}

function many(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
