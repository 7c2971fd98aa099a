"use client";

import {
  CalendarDays,
  ClipboardList,
  LayoutDashboard,
  SlidersHorizontal,
  Star,
  Users,
} from "lucide-react";
import { useUnreadMentions } from "@/components/notes/use-unread-mentions";
import { may, type Permission } from "@/lib/members/permissions-view";
import type { Role } from "@/lib/members/role-view";
import { type Place, PlaceNav } from "./place-nav";

export type EventPlace = Place & { permission?: Permission };

export const EVENT_PLACES: readonly EventPlace[] = [
  { word: "Overview", path: "", icon: LayoutDashboard },
  { word: "Applications", path: "/applications", icon: ClipboardList },
  { word: "Review", path: "/review", icon: Star, permission: "reviews.read" },
  { word: "Participants", path: "/participants", icon: Users },
  { word: "Program", path: "/program", icon: CalendarDays },
  { word: "Settings", path: "/settings", icon: SlidersHorizontal },
];

const LINK =
  "relative flex items-center rounded-md text-soft hover:text-ink aria-[current]:text-accent max-sm:min-h-14 max-sm:min-w-0 max-sm:flex-1 max-sm:flex-col max-sm:justify-center max-sm:gap-1 max-sm:text-[clamp(0.625rem,3.1vw,0.75rem)] max-sm:tracking-tight sm:max-lg:size-11 sm:max-lg:justify-center sm:hover:bg-sunken sm:aria-[current]:bg-tint lg:min-h-9 lg:gap-2.5 lg:px-2 lg:text-sm lg:aria-[current]:font-medium";

type Props = {
  eventId: string;
  className: string;
  /** Live participants by status. */
  counts?: Record<string, number> | undefined;
  /** Places that a role has nothing to do with are left out; unknown: while it loads. */
  role: Role | undefined;
};

/** The pages of an event: a column beside them, of pictures on a tablet, a bar under them on a phone. */
export function EventNav({ eventId, className, counts, role }: Props) {
  const unread = useUnreadMentions(eventId)?.length ?? 0;
  const places = EVENT_PLACES.filter(({ permission }) => hasPlace(role, permission));
  return (
    <PlaceNav
      label="Event"
      base={`/events/${eventId}`}
      places={places.map((place) => ({
        ...place,
        count: countOf(place, counts),
        news: place.path === "/review" ? newsOf(unread) : undefined,
        isWideOnly: place.path === leftOutOnPhone(role),
      }))}
      className={className}
      look={LINK}
      isRail
    />
  );
}

const newsOf = (count: number) =>
  count === 0
    ? undefined
    : { count, words: `${count} new ${count === 1 ? "mention" : "mentions"}` };

/** A phone has room for five: whoever is here to review has their queue, the others how the event is set up. */
const leftOutOnPhone = (role: Role | undefined) => (role === "reviewer" ? "/settings" : "/review");

/** How many applications there are; of the other pages the number says nothing. */
function countOf({ path }: Place, counts: Record<string, number> | undefined): number | undefined {
  if (path !== "/applications" || !counts) return undefined;
  const { none: _others, ...applications } = counts;
  return Object.values(applications).reduce((sum, count) => sum + count, 0);
}

export function hasPlace(role: Role | undefined, permission: Permission | undefined): boolean {
  return permission === undefined || (role !== undefined && may(role, permission));
}
