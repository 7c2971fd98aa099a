import { CalendarDays, Clock3, UserRound } from "lucide-react";
import { minimumAge } from "@/components/labels/minimum-age";
import { formatDays } from "@/components/time/format-in-zone";
import type { PublicEventView } from "@/lib/portal/portal-entry-view";

/** When an event is, on the clock of its own place, and for whom. */
export function EventFacts({ event }: { event: PublicEventView }) {
  const age = minimumAge(event.minAge);
  return (
    <ul className="grid gap-1.5 text-soft">
      {event.startsAt ? (
        <li className="flex items-baseline gap-2">
          <CalendarDays aria-hidden="true" size={16} className="shrink-0 translate-y-0.5" />
          <time dateTime={event.startsAt}>
            {formatDays(event.startsAt, event.endsAt, event.timezone)}
          </time>
        </li>
      ) : null}
      {event.startsAt && event.timezone ? (
        <li className="flex items-baseline gap-2">
          <Clock3 aria-hidden="true" size={16} className="shrink-0 translate-y-0.5" />
          {event.timezone.replaceAll("_", " ")} time
        </li>
      ) : null}
      {age ? (
        <li className="flex items-baseline gap-2">
          <UserRound aria-hidden="true" size={16} className="shrink-0 translate-y-0.5" />
          {age}
        </li>
      ) : null}
    </ul>
  );
}
