import { LiveIndicator } from "@/components/live/live-indicator";
import { formatDays } from "@/components/time/format-in-zone";
import type { PublicEventView } from "@/lib/portal/portal-entry-view";
import { PortalNav } from "./portal-nav";
import { SignOutButton } from "./sign-out-button";

type Props = { eventId: string; event: PublicEventView | null };

/** Which event this is, whether the page is live, and the way out. */
export function PortalHeader({ eventId, event }: Props) {
  return (
    <header className="print:hidden shrink-0 border-line border-b bg-surface">
      <div className="mx-auto flex max-w-4xl items-center gap-2 px-4 py-2.5 sm:px-6">
        <div className="min-w-0 flex-1">
          <p className="truncate font-medium text-sm sm:text-base" dir="auto">
            {event?.title ?? "Your event"}
          </p>
          {event?.startsAt ? (
            <p className="truncate text-soft text-xs">
              <time dateTime={event.startsAt}>
                {formatDays(event.startsAt, event.endsAt, event.timezone)}
              </time>
              {event.timezone ? ` · times in ${event.timezone}` : null}
            </p>
          ) : null}
        </div>
        <LiveIndicator />
        <SignOutButton eventId={eventId} />
      </div>
      <PortalNav eventId={eventId} className="-mb-px mx-auto hidden max-w-4xl gap-1 px-3 md:flex" />
    </header>
  );
}
