import { dayAt, dayInZone } from "@/components/time/format-in-zone";
import type { EventCardView } from "@/lib/connections/event-card-view";

const DAY_MS = 86_400_000;

type Dated = Pick<EventCardView, "startsAt" | "endsAt" | "timezone">;

/** How far an event is, by the days of its own place: "in 12 days", "today", "now", "over"; null without a date. */
export function daysWords({ startsAt, endsAt, timezone }: Dated, now: number): string | null {
  if (startsAt === null) return null;
  if (now > Date.parse(endsAt ?? startsAt)) return "over";
  if (now >= Date.parse(startsAt)) return "now";
  const days =
    (Date.parse(dayInZone(startsAt, timezone)) - Date.parse(dayAt(now, timezone))) / DAY_MS;
  if (days === 0) return "today";
  return days === 1 ? "tomorrow" : `in ${days} days`;
}
