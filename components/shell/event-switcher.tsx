"use client";

import { ChevronsUpDown } from "lucide-react";
import { formatDays } from "@/components/time/format-in-zone";
import { lazyPiece } from "@/components/ui/lazy-piece";
import { usePopup } from "@/components/ui/use-popup";
import type { EventOverviewView } from "@/lib/connections/event-overview-view";

const EventMenu = lazyPiece(() => import("./event-menu").then((module) => module.EventMenu));

type Props = { eventId: string; title: string; event: EventOverviewView["event"] };

/** Which event this is, and behind it the others of this browser. */
export function EventSwitcher({ eventId, title, event }: Props) {
  const { isOpen, wasPressed, anchor, onClose, onPress } = usePopup();
  return (
    <>
      <button
        ref={anchor}
        type="button"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        title={title}
        onPointerEnter={EventMenu.preload}
        onFocus={EventMenu.preload}
        onClick={onPress}
        className="flex min-w-0 items-center gap-2 rounded-md text-left hover:bg-sunken max-sm:flex-1 sm:max-lg:size-11 sm:max-lg:justify-center sm:max-lg:border sm:max-lg:border-line lg:w-full lg:px-2 lg:py-1.5"
      >
        <span className="hidden font-medium text-base sm:inline lg:hidden" aria-hidden="true">
          {[...title][0]}
        </span>
        <span className="min-w-0 flex-1 sm:max-lg:sr-only">
          <span className="block truncate font-medium text-sm lg:line-clamp-3 lg:whitespace-normal">
            {title}
          </span>
          {event?.startsAt ? (
            <span className="block truncate text-soft text-xs lg:mt-0.5 lg:whitespace-normal">
              {formatDays(event.startsAt, event.endsAt, event.timezone)}
              <span className="lg:block">
                <span className="lg:hidden"> · </span>
                Times in {event.timezone ?? "UTC"}
              </span>
            </span>
          ) : null}
        </span>
        <span className="sr-only">: switch to another event</span>
        <ChevronsUpDown
          aria-hidden="true"
          size={15}
          className="shrink-0 self-start text-soft sm:max-lg:hidden lg:mt-1"
        />
      </button>
      {wasPressed ? (
        <EventMenu eventId={eventId} isOpen={isOpen} onClose={onClose} anchor={anchor} />
      ) : null}
    </>
  );
}
