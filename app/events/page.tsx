import type { Metadata } from "next";
import { currentActor } from "@/app/actor";
import { ConnectEntry } from "@/components/connect/connect-entry";
import { EventCards } from "@/components/connect/event-cards";
import { PlainShell } from "@/components/shell/plain-shell";
import { listEventsOfSession } from "@/lib/connections/list-events-of-session";

export const metadata: Metadata = { title: "Your events" };

export default async function EventsPage() {
  const events = await listEventsOfSession(await currentActor());
  return (
    <PlainShell>
      <EventCards rendered={events} at={Date.now()} />
      <section id="connect" aria-label="Connect an event" className="mt-10 max-w-xl">
        <h2 className="mb-3 font-medium">
          {events.length > 0 ? "Connect another event" : "Connect your event"}
        </h2>
        <ConnectEntry />
      </section>
    </PlainShell>
  );
}
