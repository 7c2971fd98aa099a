import { CalendarDays, Eraser, GlobeLock, type LucideIcon, OctagonX, Unplug } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { ProportionBar } from "@/components/status/proportion-bar";
import { formatDays } from "@/components/time/format-in-zone";
import { Badge, type Tone } from "@/components/ui/badge";
import type { EventCardView } from "@/lib/connections/event-card-view";
import { homeOf } from "@/lib/members/home-view";
import { daysWords } from "./days-words";

type State = { word: string; tone: Tone; icon: LucideIcon };

/** What of an event's state somebody should know before opening it; of one that goes on as it should, nothing. */
function stateOf({ connectionState, publishStatus, startsAt }: EventCardView): State | null {
  switch (connectionState) {
    case "active":
    case "preparing": {
      const isHidden = startsAt !== null && publishStatus !== "published";
      return isHidden ? { word: "Unpublished", tone: "muted", icon: GlobeLock } : null;
    }
    case "erasing":
      return { word: "Being deleted", tone: "bad", icon: Eraser };
    case "suspended":
      return { word: "Suspended by Revento", tone: "bad", icon: OctagonX };
    default:
      return { word: "Not connected", tone: "bad", icon: Unplug };
  }
}

type Props = { event: EventCardView /** Epoch ms. */; now: number };

/** One event of this browser: what it is, when it is, and how its applications stand. */
export function EventCard({ event, now }: Props) {
  const { "": _others, ...applications } = event.counts;
  const total = Object.values(applications).reduce((sum, count) => sum + count, 0);
  const { pending = 0 } = applications;
  const state = stateOf(event);
  const days = daysWords(event, now);
  return (
    <Link
      href={homeOf(event.role, event.eventId) as Route}
      className="flex h-full flex-col rounded-lg border border-line bg-surface p-5 transition-shadow hover:shadow-lift"
    >
      <h2
        className="line-clamp-2 font-display text-xl text-balance [overflow-wrap:anywhere]"
        title={event.title ?? undefined}
      >
        {event.title ?? event.eventId}
      </h2>
      <p className="mt-1 flex flex-wrap items-center gap-x-1.5 text-soft text-sm">
        <CalendarDays aria-hidden="true" size={14} />
        {event.startsAt
          ? formatDays(event.startsAt, event.endsAt, event.timezone)
          : "Being read from Revento…"}
        {days ? <span className="text-ink">· {days}</span> : null}
      </p>
      {state ? (
        <p className="mt-3">
          <Badge tone={state.tone} icon={state.icon}>
            {state.word}
          </Badge>
        </p>
      ) : null}
      <div className={`mt-auto pt-4 ${event.role === "door" ? "invisible" : ""}`}>
        <ProportionBar counts={applications} />
        <p className="mt-2 text-soft text-sm tabular-nums">
          {total.toLocaleString("en-GB")} {total === 1 ? "application" : "applications"}
          {event.isPart ? " so far" : ""}
          {pending > 0 ? `, ${pending.toLocaleString("en-GB")} pending` : ""}
        </p>
      </div>
    </Link>
  );
}
