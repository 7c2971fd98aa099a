"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { type ReactNode, useEffect, useRef } from "react";
import { Logo } from "@/components/brand/logo";
import { ReviewersProvider } from "@/components/labels/reviewer-name";
import { LiveIndicator } from "@/components/live/live-indicator";
import { PageNotices } from "@/components/live/page-notices";
import { MentionToasts } from "@/components/notes/mention-toasts";
import { PaletteEntry } from "@/components/palette/palette-entry";
import { ApiError } from "@/components/queries/api-error";
import { eventQueries } from "@/components/queries/event-queries";
import { NextKeys } from "@/components/reviews/next-keys";
import { ZoneProvider } from "@/components/time/zone-provider";
import { ThemeSwitch } from "@/components/ui/theme-switch";
import type { EventOverviewView } from "@/lib/connections/event-overview-view";
import { ConnectionNotices } from "./connection-notices";
import { ErasingPage } from "./erasing-page";
import { EventNav } from "./event-nav";
import { EventSwitcher } from "./event-switcher";
import { forgetErasure, rememberErasure } from "./remembered-erasures";
import { VanishedPage } from "./vanished-page";

const ERASING_LOOK_MS = 1_000;
const ENDED_LOOK_MS = 20_000;
const ENDED_LATELY_MS = 120_000;

const NOBODY = {};

type Props = { eventId: string; children: ReactNode };

/** The frame of an event's pages: where one is, where one can go, and whether the page is live. */
export function EventShell({ eventId, children }: Props) {
  const { data, error } = useQuery({
    ...eventQueries.overview(eventId),
    refetchInterval: ({ state }) => (isGone(state.error) ? false : lookAgainIn(state.data)),
  });
  const hasVanished = isGone(error);
  const erasure = data?.connection.erasure;
  const isDeleted = hasVanished || data?.connection.state === "erasing";
  useRememberedErasure(eventId, data);
  useOtherSight(eventId, data);
  const title = (hasVanished ? null : data?.event?.title) ?? eventId;
  return (
    <ZoneProvider zone={data?.event?.timezone ?? "UTC"}>
      <ReviewersProvider value={data?.reviewers ?? NOBODY}>
        <div className="flex h-dvh flex-col sm:flex-row">
          <a
            href="#content"
            className="-translate-y-20 fixed top-2 left-2 z-50 rounded-md bg-accent px-4 py-2 text-on-accent focus:translate-y-0"
          >
            Skip to the content
          </a>
          <header className="flex shrink-0 print:hidden items-center gap-3 border-line bg-surface px-4 py-2.5 max-sm:border-b sm:w-16 sm:flex-col sm:gap-4 sm:border-r sm:px-2 sm:py-4 lg:w-60 lg:items-stretch lg:px-3">
            <Link
              href="/events"
              aria-label="Foyer, to your events"
              className="flex w-fit rounded-sm lg:px-2"
            >
              <Logo isCompact />
            </Link>
            <EventSwitcher
              eventId={eventId}
              title={title}
              event={hasVanished ? null : (data?.event ?? null)}
            />
            {isDeleted ? null : <PaletteEntry eventId={eventId} />}
            {isDeleted ? null : <NextKeys eventId={eventId} />}
            {isDeleted ? null : <MentionToasts eventId={eventId} />}
            {isDeleted ? null : (
              <EventNav
                eventId={eventId}
                counts={data?.counts}
                role={data?.role}
                className="hidden sm:flex sm:flex-col sm:gap-1"
              />
            )}
            <div className="flex shrink-0 items-center gap-2 sm:mt-auto lg:grid lg:px-2">
              <LiveIndicator isRail />
              <div className="hidden lg:block">
                <ThemeSwitch />
              </div>
            </div>
          </header>
          <div className="flex min-h-0 min-w-0 flex-1 flex-col">
            <PageNotices eventId={eventId} />
            {data && !isDeleted ? (
              <div className="max-h-[60dvh] shrink-0 overflow-y-auto print:hidden">
                <ConnectionNotices overview={data} />
              </div>
            ) : null}
            <main
              id="content"
              tabIndex={-1}
              className="relative min-h-0 flex-1 overflow-y-auto outline-none"
            >
              {isDeleted ? <h1 className="sr-only">{title}</h1> : null}
              {hasVanished ? (
                <VanishedPage
                  eventId={eventId}
                  erasureId={erasure?.id}
                  isErasing={erasure?.state === "running"}
                  hasOtherRole={error instanceof ApiError && error.status === 403}
                />
              ) : null}
              {isDeleted && !hasVanished ? <ErasingPage erasureId={erasure?.id} /> : null}
              {isDeleted ? null : children}
            </main>
          </div>
          {isDeleted ? null : (
            <EventNav
              eventId={eventId}
              role={data?.role}
              className="flex shrink-0 justify-around border-line border-t bg-surface pb-[env(safe-area-inset-bottom)] sm:hidden print:hidden"
            />
          )}
        </div>
      </ReviewersProvider>
    </ZoneProvider>
  );
}

/** What is going to be deleted leads to its certificate, also where nothing of Foyer knows of it any more. */
function useRememberedErasure(eventId: string, overview: EventOverviewView | undefined): void {
  const { erasure, state } = overview?.connection ?? {};
  const erasureId = erasure?.scope === "all" ? erasure.id : undefined;
  useEffect(() => {
    if (erasureId) rememberErasure(eventId, erasureId);
    else if (state === "active") forgetErasure(eventId);
  }, [eventId, erasureId, state]);
}

/** Whoever sees more or less of people than before has something else on every page. */
function useOtherSight(eventId: string, overview: EventOverviewView | undefined): void {
  const client = useQueryClient();
  const sight = overview && JSON.stringify(overview.sight);
  const before = useRef(sight);
  useEffect(() => {
    if (before.current !== undefined && sight !== undefined && before.current !== sight) {
      void client.invalidateQueries({ queryKey: eventQueries.all(eventId) });
    }
    before.current = sight ?? before.current;
  }, [client, eventId, sight]);
}

/** What no change of this event tells of has to be looked at. */
function lookAgainIn(overview: EventOverviewView | undefined): number | false {
  const connection = overview?.connection;
  // The last change takes the list of changes along.
  if (connection?.state === "erasing") return ERASING_LOOK_MS;
  // What else ended with it shows within a minute.
  const isNew = connection && Date.now() - Date.parse(connection.since) < ENDED_LATELY_MS;
  return connection?.endScope && isNew ? ENDED_LOOK_MS : false;
}

/** Whether the event is not there, or not this browser's to see, any more. */
function isGone(error: Error | null): boolean {
  return error instanceof ApiError && (error.status === 404 || error.status === 403);
}
