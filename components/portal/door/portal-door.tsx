import { SignInButton } from "@/components/portal/sign-in/sign-in-button";
import type { PublicEventView } from "@/lib/portal/portal-entry-view";
import { DoorPage } from "./door-page";
import { EventFacts } from "./event-facts";

type Props = { eventId: string; event: PublicEventView };

/** What everybody sees of a portal: the event, and the way in. */
export function PortalDoor({ eventId, event }: Props) {
  return (
    <DoorPage>
      <div className="grid grid-cols-[minmax(0,1fr)] items-center gap-x-14 gap-y-8 lg:grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)]">
        <header className="lg:self-end">
          <h1
            className="font-display text-[clamp(2rem,7vw,3.25rem)] leading-[1.1] text-balance [overflow-wrap:anywhere]"
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
          <div className="relative rounded-lg border border-line bg-surface p-5 shadow-lift sm:p-7">
            <h2 id="way-in" className="font-display text-2xl text-balance">
              {event.isOver ? "This event is over" : "See how your application stands"}
            </h2>
            <p className="mt-2 mb-5 text-soft leading-relaxed text-pretty">
              {event.isOver
                ? "You can still sign in to see your application, and what Foyer holds about you."
                : "Your application, the program and your own agenda, for everybody who has applied to this event."}
            </p>
            <SignInButton eventId={eventId} />
            <p className="mt-5 border-line border-t pt-4 text-soft text-sm leading-relaxed text-pretty">
              Foyer will read your name, your e-mail address and your application to this event, and
              you can take that back in Revento's settings at any time.
            </p>
            <noscript>
              <p className="mt-3 text-sm">Signing in needs JavaScript, which is off here.</p>
            </noscript>
          </div>
        </section>
        {event.description ? (
          <p
            className="max-w-prose whitespace-pre-line lg:self-start leading-relaxed text-pretty [overflow-wrap:anywhere]"
            dir="auto"
          >
            {event.description}
          </p>
        ) : null}
      </div>
    </DoorPage>
  );
}
