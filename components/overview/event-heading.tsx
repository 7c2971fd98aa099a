import { CalendarDays, Globe, GlobeLock } from "lucide-react";
import { minimumAge } from "@/components/labels/minimum-age";
import { PortalLink } from "@/components/shell/portal-link";
import { formatDays } from "@/components/time/format-in-zone";
import type { EventOverviewView } from "@/lib/connections/event-overview-view";

/** The event's name and its few facts. */
export function EventHeading({ overview }: { overview: EventOverviewView }) {
  const { event, eventId, connection } = overview;
  if (!event) {
    return (
      <header>
        <h1 className="font-display text-2xl">{eventId}</h1>
        <p className="mt-1 text-soft">Its name arrives with the first page from Revento.</p>
      </header>
    );
  }
  const isPublic = event.publishStatus === "published";
  const Visibility = isPublic ? Globe : GlobeLock;
  const age = minimumAge(event.minAge);
  return (
    <header className="relative">
      <h1
        className="line-clamp-2 sm:pr-60 font-display text-2xl text-balance [overflow-wrap:anywhere]"
        title={event.title}
      >
        {event.title}
      </h1>
      <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-soft text-sm">
        {event.startsAt ? (
          <li className="flex items-center gap-1.5">
            <CalendarDays aria-hidden="true" size={15} />
            {formatDays(event.startsAt, event.endsAt, event.timezone)}
            {event.timezone ? `, ${event.timezone.replaceAll("_", " ")}` : ""}
          </li>
        ) : null}
        <li className="flex items-center gap-1.5 first-letter:uppercase">
          <Visibility aria-hidden="true" size={15} />
          <span className="first-letter:uppercase">{event.publishStatus}</span>
        </li>
        {age ? <li>{age}</li> : null}
      </ul>
      {event.description ? (
        <p className="mt-3 max-w-prose leading-relaxed text-pretty" dir="auto">
          {event.description}
        </p>
      ) : null}
      {connection.state === "active" ? (
        <div className="mt-4 sm:absolute sm:top-0 sm:right-0 sm:mt-0">
          <PortalLink eventId={eventId} />
        </div>
      ) : null}
    </header>
  );
}
