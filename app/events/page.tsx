import type { Metadata } from "next";
import { currentActor } from "@/app/actor";
import { ConnectForm } from "@/components/connect/connect-form";
import { EventCard } from "@/components/connect/event-card";
import { PlainShell } from "@/components/shell/plain-shell";
import { listEventsOfSession } from "@/lib/connections/list-events-of-session";

export const metadata: Metadata = { title: "Your events" };

export default async function EventsPage() {
  const events = await listEventsOfSession(await currentActor());
  return (
    <PlainShell>
      <h1 className="font-display text-3xl">Your events</h1>
      {events.length > 0 ? (
        <ul className="mt-6 grid gap-3 md:grid-cols-2">
          {events.map((event) => (
            <li key={event.eventId}>
              <EventCard event={event} />
            </li>
          ))}
        </ul>
      ) : (
        <p className="mt-3 max-w-prose text-soft leading-relaxed">
          This browser has no events yet. Connect one below, or start in Revento: open your event,
          go to its integrations and choose Foyer. On another device, connect again; Revento knows
          that you organize the event, so Foyer needs no password.
        </p>
      )}
      <section aria-label="Connect an event" className="mt-10 max-w-xl">
        <h2 className="mb-3 font-medium">
          {events.length > 0 ? "Connect another event" : "Connect your event"}
        </h2>
        <ConnectForm />
      </section>
    </PlainShell>
  );
}
