"use client";

import { useQuery } from "@tanstack/react-query";
import { LiveContext } from "@/components/live/live-context";
import { LiveIndicator } from "@/components/live/live-indicator";
import { OfflineBar } from "@/components/live/offline-bar";
import { useOffline } from "@/components/live/use-offline";
import { fetchView } from "@/components/queries/fetch-view";
import { ErasedEvents } from "@/components/shell/erased-events";
import type { EventCardView } from "@/lib/connections/event-card-view";
import { EventCard } from "./event-card";

const AGAIN_MS = 20_000;

/** The events of this browser, asked for again while the page is seen. */
export function EventCards({ rendered, at }: { rendered: EventCardView[]; at: number }) {
  const { data, dataUpdatedAt, isError } = useQuery({
    queryKey: ["events"],
    queryFn: ({ signal }) => fetchView<EventCardView[]>("/api/events", signal),
    initialData: rendered,
    initialDataUpdatedAt: at,
    refetchInterval: AGAIN_MS,
    refetchOnWindowFocus: "always",
    refetchOnReconnect: "always",
  });
  const code = useOffline() !== null ? "offline" : isError ? "reconnecting" : "checked";
  const status = { code, asOf: new Date(dataUpdatedAt).toISOString() } as const;
  return (
    <LiveContext value={status}>
      <div className="mb-4 overflow-hidden rounded-lg empty:hidden">
        <OfflineBar />
      </div>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="font-display text-2xl">Your events</h1>
        <LiveIndicator />
      </div>
      {data.length > 0 ? (
        <ul className="mt-6 grid gap-3 md:grid-cols-2">
          {data.map((event) => (
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
      <ErasedEvents />
    </LiveContext>
  );
}
