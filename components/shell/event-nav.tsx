"use client";

import {
  CalendarDays,
  ClipboardList,
  LayoutDashboard,
  SlidersHorizontal,
  Users,
} from "lucide-react";
import { type Place, PlaceNav } from "./place-nav";

const PLACES: readonly Place[] = [
  { word: "Overview", path: "", icon: LayoutDashboard },
  { word: "Applications", path: "/applications", icon: ClipboardList },
  { word: "Participants", path: "/participants", icon: Users },
  { word: "Program", path: "/program", icon: CalendarDays },
  { word: "Settings", path: "/settings", icon: SlidersHorizontal },
];

const LINK =
  "flex items-center rounded-md text-soft hover:text-ink aria-[current]:text-accent max-lg:min-h-14 max-lg:min-w-0 max-lg:flex-1 max-lg:flex-col max-lg:justify-center max-lg:gap-1 max-lg:text-[clamp(0.625rem,3.1vw,0.75rem)] max-lg:tracking-tight lg:gap-2.5 lg:px-2 lg:py-2 lg:text-sm lg:hover:bg-sunken lg:aria-[current]:bg-tint lg:aria-[current]:font-medium";

/** The pages of an event: a column beside them, a bar under them on a phone. */
export function EventNav({ eventId, className }: { eventId: string; className: string }) {
  return (
    <PlaceNav
      label="Event"
      base={`/events/${eventId}`}
      places={PLACES}
      className={className}
      look={LINK}
    />
  );
}
