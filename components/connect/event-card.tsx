import { CalendarDays, Unplug } from "lucide-react";
import Link from "next/link";
import { ProportionBar } from "@/components/status/proportion-bar";
import { formatDays } from "@/components/time/format-in-zone";
import type { EventCardView } from "@/lib/connections/event-card-view";

const LIVING = new Set(["active", "preparing"]);

/** One event of this browser: what it is, when it is, and how its applications stand. */
export function EventCard({ event }: { event: EventCardView }) {
  const { "": _others, ...applications } = event.counts;
  const total = Object.values(applications).reduce((sum, count) => sum + count, 0);
  const { pending = 0 } = applications;
  return (
    <Link
      href={`/events/${event.eventId}`}
      className="block h-full rounded-lg border border-line bg-surface p-5 transition-shadow hover:shadow-lift"
    >
      <h2
        className="line-clamp-2 font-display text-xl text-balance [overflow-wrap:anywhere]"
        title={event.title ?? undefined}
      >
        {event.title ?? event.eventId}
      </h2>
      <p className="mt-1 flex items-center gap-1.5 text-soft text-sm">
        <CalendarDays aria-hidden="true" size={14} />
        {event.startsAt
          ? formatDays(event.startsAt, event.endsAt, event.timezone)
          : "Being read from Revento…"}
      </p>
      <div className="mt-4">
        <ProportionBar counts={applications} />
      </div>
      <p className="mt-2 text-soft text-sm tabular-nums">
        {total.toLocaleString("en-GB")} {total === 1 ? "application" : "applications"}
        {event.isPart ? " so far" : ""}
        {pending > 0 ? `, ${pending.toLocaleString("en-GB")} pending` : ""}
      </p>
      {LIVING.has(event.connectionState) ? null : (
        <p className="mt-3 inline-flex items-center gap-1.5 rounded-full bg-rejected-tint px-2.5 py-1 font-medium text-rejected text-xs">
          <Unplug aria-hidden="true" size={13} />
          {event.connectionState === "erasing" ? "Being deleted" : "Not connected"}
        </p>
      )}
    </Link>
  );
}
