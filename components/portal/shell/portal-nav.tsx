"use client";

import { CalendarDays, CircleUserRound, ClipboardCheck, Star } from "lucide-react";
import { type Place, PlaceNav } from "@/components/shell/place-nav";

const PLACES: readonly Place[] = [
  { word: "My application", path: "", icon: ClipboardCheck },
  { word: "Program", path: "/program", icon: CalendarDays },
  { word: "My agenda", path: "/agenda", icon: Star },
  { word: "Me", path: "/me", icon: CircleUserRound },
];

const LINK =
  "flex items-center text-soft hover:text-ink aria-[current]:text-accent max-md:min-h-14 max-md:min-w-0 max-md:flex-1 max-md:flex-col max-md:justify-center max-md:gap-1 max-md:text-[clamp(0.625rem,3.1vw,0.75rem)] max-md:tracking-tight md:min-h-11 md:gap-2 md:border-transparent md:border-b-2 md:px-3 md:text-sm md:aria-[current]:border-accent md:aria-[current]:font-medium";

/** The pages of a portal: a row above them, a bar below them on a phone. */
export function PortalNav({ eventId, className }: { eventId: string; className: string }) {
  return (
    <PlaceNav
      label="Portal"
      base={`/portal/${eventId}`}
      places={PLACES}
      className={className}
      look={LINK}
    />
  );
}
