"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { LiveContext } from "@/components/live/live-context";
import { LiveIndicator } from "@/components/live/live-indicator";
import { OfflineBar } from "@/components/live/offline-bar";
import { useOffline } from "@/components/live/use-offline";
import { fetchView } from "@/components/queries/fetch-view";
import { ErasedEvents } from "@/components/shell/erased-events";
import type { EventCardView } from "@/lib/connections/event-card-view";
import { foldText } from "@/lib/list-address/fold-text";
import { EventCard } from "./event-card";
import { FirstSteps } from "./first-steps";

const AGAIN_MS = 20_000;
/** With more events than these one looks for one by its name. */
const MANY = 8;

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
  const [sought, setSought] = useState("");
  const found = data.filter(({ title, eventId }) =>
    foldText(title ?? eventId).includes(foldText(sought)),
  );
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
        <>
          {data.length > MANY ? (
            <input
              type="search"
              aria-label="Find an event"
              placeholder="Find an event"
              value={sought}
              maxLength={200}
              onChange={({ target }) => setSought(target.value)}
              className="mt-6 min-h-9 w-full max-w-sm rounded-md border border-edge bg-surface px-3 text-sm placeholder:text-soft pointer-coarse:min-h-11 pointer-coarse:text-base"
            />
          ) : null}
          <ul className="mt-6 grid gap-3 md:grid-cols-2">
            {found.map((event) => (
              <li key={event.eventId}>
                <EventCard event={event} now={dataUpdatedAt} />
              </li>
            ))}
          </ul>
          {found.length === 0 ? (
            <p role="status" className="text-soft">
              No event of this browser is called that.
            </p>
          ) : null}
        </>
      ) : (
        <FirstSteps />
      )}
      <ErasedEvents />
    </LiveContext>
  );
}
