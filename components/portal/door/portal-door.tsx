import type { PublicEventView } from "@/lib/portal/portal-entry-view";
import { DoorPage } from "./door-page";
import { EventFacts } from "./event-facts";
import { WayIn } from "./way-in";

type Props = { eventId: string; event: PublicEventView };

/** What everybody sees of a portal: the event, and the way in. */
export function PortalDoor({ eventId, event }: Props) {
  return (
    <DoorPage>
      <div className="grid grid-cols-[minmax(0,1fr)] items-center gap-x-14 gap-y-8 lg:grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)]">
        <header className="lg:self-end">
          <h1
            className="line-clamp-4 font-display text-3xl text-balance [overflow-wrap:anywhere]"
            dir="auto"
          >
            {event.title}
          </h1>
          <div className="mt-5">
            <EventFacts event={event} />
          </div>
        </header>
        <section
          aria-labelledby="way-in"
          className="relative lg:row-span-2 lg:rounded-t-full lg:rounded-b-lg lg:border lg:border-line lg:bg-tint lg:px-7 lg:pt-32 lg:pb-7"
        >
          <div
            aria-hidden="true"
            className="absolute inset-x-12 top-6 hidden h-56 rounded-t-full bg-flash opacity-70 blur-2xl lg:block"
          />
          <WayIn eventId={eventId} isOver={event.isOver} />
        </section>
        {event.description ? (
          <p
            className="max-w-prose whitespace-pre-line leading-relaxed text-pretty [overflow-wrap:anywhere] lg:self-start"
            dir="auto"
          >
            {event.description}
          </p>
        ) : null}
      </div>
    </DoorPage>
  );
}
