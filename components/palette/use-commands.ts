import { keepPreviousData, useQuery } from "@tanstack/react-query";
import {
  Bookmark,
  CalendarDays,
  ClipboardList,
  Keyboard,
  LayoutDashboard,
  LayoutGrid,
  Link2,
  Moon,
  Plus,
  SlidersHorizontal,
  Sun,
  SunMoon,
  UserRound,
  Users,
} from "lucide-react";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { eventQueries } from "@/components/queries/event-queries";
import { fetchView } from "@/components/queries/fetch-view";
import { describeStatus } from "@/components/status/describe-status";
import { formatDays, formatInZone } from "@/components/time/format-in-zone";
import { showToast } from "@/components/ui/show-toast";
import { applyTheme } from "@/components/ui/theme-switch";
import type { EventCardView } from "@/lib/connections/event-card-view";
import type { SavedViewView } from "@/lib/saved-views/saved-view-view";
import { type Command, type CommandGroup, findCommands, MOST_OF_GROUP } from "./command";

/** Shorter searches find half of the event. */
const SHORTEST_SEARCH = 2;
const PAUSE_MS = 150;

type Options = { eventId: string; isOpen: boolean; search: string; onKeys: () => void };

/** What can be chosen of an event and around it, as far as a search finds it. */
export function useCommands({ eventId, isOpen, search, onKeys }: Options): {
  groups: CommandGroup[];
  isSearching: boolean;
} {
  const router = useRouter();
  const base = `/events/${encodeURIComponent(eventId)}`;
  const go = (path: string) => () => router.push(path as Route);
  const isAsked = search.trim().length >= SHORTEST_SEARCH;
  const people = usePeople(eventId, search, isOpen && isAsked);
  const { data: events = [] } = useQuery({
    queryKey: ["events"],
    queryFn: ({ signal }) => fetchView<EventCardView[]>("/api/events", signal),
    enabled: isOpen,
  });
  const { data: program } = useQuery({
    ...eventQueries.program(eventId),
    enabled: isOpen && isAsked,
  });
  const applicationViews = useQuery({
    ...eventQueries.savedViews(eventId, "applications"),
    enabled: isOpen,
  });
  const participantViews = useQuery({
    ...eventQueries.savedViews(eventId, "participants"),
    enabled: isOpen,
  });

  const viewCommands = (list: "applications" | "participants", views: SavedViewView[] = []) =>
    views.map(
      ({ id, name, address }): Command => ({
        id: `view ${id}`,
        word: name,
        note: list === "applications" ? "View of applications" : "View of participants",
        icon: Bookmark,
        run: go(`${base}/${list}?${address}&view=${id}`),
      }),
    );
  const known: CommandGroup[] = [
    { name: "Go to", items: placesOf(base, go) },
    {
      name: "Views",
      items: [
        ...viewCommands("applications", applicationViews.data),
        ...viewCommands("participants", participantViews.data),
      ],
    },
    {
      name: "Events",
      items: events
        .filter((event) => event.eventId !== eventId)
        .map((event) => ({
          id: `event ${event.eventId}`,
          word: event.title ?? event.eventId,
          note: event.startsAt ? formatDays(event.startsAt, event.endsAt, event.timezone) : null,
          icon: LayoutGrid,
          run: go(`/events/${encodeURIComponent(event.eventId)}`),
        })),
    },
    { name: "Actions", items: actionsOf(eventId, go, onKeys) },
  ];
  const activities = (isAsked ? (program?.activities ?? []) : []).map(
    (activity): Command => ({
      id: `activity ${activity.activityId}`,
      word: activity.title,
      note: activity.startsAt
        ? formatInZone(activity.startsAt, "short", program?.timezone ?? null)
        : null,
      icon: CalendarDays,
      run: go(`${base}/program?activity=${encodeURIComponent(activity.activityId)}`),
    }),
  );
  // What is asked for comes last, so that nothing moves away under a press.
  const groups = [
    ...known.map(({ name, items }) => ({ name, items: findCommands(items, search) })),
    {
      name: "People",
      items: isAsked
        ? people.found.map(({ participantId, name, email, status }) => ({
            id: `person ${participantId}`,
            word: name || email || participantId,
            note: [name ? email : null, status ? describeStatus(status).word : null]
              .filter(Boolean)
              .join(" · "),
            icon: UserRound,
            run: go(
              `${base}/${status === null ? "participants" : "applications"}?selected=${encodeURIComponent(participantId)}`,
            ),
          }))
        : [],
    },
    { name: "Activities", items: findCommands(activities, search) },
  ];
  return {
    groups: groups
      .map(({ name, items }) => ({ name, items: items.slice(0, MOST_OF_GROUP) }))
      .filter(({ items }) => items.length > 0),
    isSearching: people.isSearching,
  };
}

/** Whoever applied, and whoever takes part without. */
function usePeople(eventId: string, search: string, isAsked: boolean) {
  const settled = useSettled(search.trim());
  const question = new URLSearchParams({ q: settled, limit: String(MOST_OF_GROUP) }).toString();
  const asked = {
    placeholderData: keepPreviousData,
    enabled: isAsked && settled.length >= SHORTEST_SEARCH,
  };
  const applied = useQuery({
    ...eventQueries.listPage(eventId, "applications", question, null),
    ...asked,
  });
  const takingPart = useQuery({
    ...eventQueries.listPage(eventId, "participants", question, null),
    ...asked,
  });
  const rows = [...(applied.data?.rows ?? []), ...(takingPart.data?.rows ?? [])];
  const isFetching = applied.isFetching || takingPart.isFetching;
  return {
    found: [...new Map(rows.map((row) => [row.participantId, row])).values()],
    isSearching: isAsked && (isFetching || settled !== search.trim()),
  };
}

/** A text once nobody has typed for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

type Go = (path: string) => () => void;

function placesOf(base: string, go: Go): Command[] {
  return [
    { id: "overview", word: "Overview", icon: LayoutDashboard, run: go(base) },
    {
      id: "applications",
      word: "Applications",
      icon: ClipboardList,
      run: go(`${base}/applications`),
    },
    {
      id: "pending",
      word: "Applications that wait for a decision",
      icon: ClipboardList,
      run: go(`${base}/applications?status=pending&sort=submitted`),
    },
    { id: "participants", word: "Participants", icon: Users, run: go(`${base}/participants`) },
    { id: "program", word: "Program", icon: CalendarDays, run: go(`${base}/program`) },
    { id: "settings", word: "Settings", icon: SlidersHorizontal, run: go(`${base}/settings`) },
    { id: "events", word: "All events", icon: LayoutGrid, run: go("/events") },
  ];
}

function actionsOf(eventId: string, go: Go, onKeys: () => void): Command[] {
  const portal = () => `${location.origin}/portal/${encodeURIComponent(eventId)}`;
  return [
    {
      id: "portal",
      word: "Copy the address of the participants' portal",
      icon: Link2,
      run: () =>
        void navigator.clipboard.writeText(portal()).then(
          () => showToast("The portal's address is copied"),
          () => showToast("The browser did not allow it"),
        ),
    },
    { id: "light", word: "Light theme", icon: Sun, run: () => applyTheme("light") },
    { id: "dark", word: "Dark theme", icon: Moon, run: () => applyTheme("dark") },
    { id: "system", word: "System theme", icon: SunMoon, run: () => applyTheme("system") },
    { id: "connect", word: "Connect another event", icon: Plus, run: go("/events#connect") },
    { id: "keys", word: "Show the keys", note: "?", icon: Keyboard, run: onKeys },
  ];
}
