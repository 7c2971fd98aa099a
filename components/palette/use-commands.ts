import { useQuery } from "@tanstack/react-query";
import { Bookmark, CalendarDays, LayoutGrid, UserRound } from "lucide-react";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { eventQueries } from "@/components/queries/event-queries";
import { fetchView } from "@/components/queries/fetch-view";
import { useMay } from "@/components/queries/use-may";
import { describeStatus } from "@/components/status/describe-status";
import { formatDays, formatInZone } from "@/components/time/format-in-zone";
import type { EventCardView } from "@/lib/connections/event-card-view";
import type { ListKind } from "@/lib/list-address/list-fields";
import type { ApplicationView } from "@/lib/participants/participant-view";
import {
  type Command,
  type CommandGroup,
  findCommands,
  MOST_OF_GROUP,
  SHORTEST_SEARCH,
} from "./command";
import { actionsOf, type Go, placesOf } from "./fixed-commands";
import { usePeopleFound } from "./use-people-found";

type Options = { eventId: string; isOpen: boolean; search: string; onKeys: () => void };
type At = { eventId: string; isOpen: boolean; base: string; go: Go };

/** What can be chosen of an event and around it, as far as a search finds it. */
export function useCommands({ eventId, isOpen, search, onKeys }: Options): {
  groups: CommandGroup[];
  isSearching: boolean;
} {
  const router = useRouter();
  const base = `/events/${encodeURIComponent(eventId)}`;
  const go: Go = (path) => () => router.push(path as Route);
  const at = { eventId, isOpen, base, go };
  const reviews = useMay(eventId, "reviews.read") ?? false;
  const isAsked = search.trim().length >= SHORTEST_SEARCH;
  const people = usePeopleFound(eventId, search, isOpen && isAsked);
  const views = [...useViews(at, "applications"), ...useViews(at, "participants")];
  const events = useEvents(at);
  const activities = useActivities({ ...at, isOpen: isOpen && isAsked });
  const found = (name: string, items: readonly Command[]) => ({
    name,
    items: findCommands(items, search),
  });
  // What is asked for comes last, so that nothing moves away under a press.
  const groups = [
    found("Go to", placesOf(base, go, reviews)),
    found("Views", views),
    found("Events", events),
    found("Actions", actionsOf(eventId, go, onKeys)),
    { name: "People", items: isAsked ? people.found.map((row) => personCommand(row, at)) : [] },
    found("Activities", isAsked ? activities : []),
  ];
  return {
    groups: groups
      .map(({ name, items }) => ({ name, items: items.slice(0, MOST_OF_GROUP) }))
      .filter(({ items }) => items.length > 0),
    isSearching: people.isSearching,
  };
}

function useViews({ eventId, isOpen, base, go }: At, list: ListKind): Command[] {
  const { data = [] } = useQuery({ ...eventQueries.savedViews(eventId, list), enabled: isOpen });
  return data.map(({ id, name, address }) => ({
    id: `view ${id}`,
    word: name,
    note: list === "applications" ? "View of applications" : "View of participants",
    icon: Bookmark,
    run: go(`${base}/${list}?${address}&view=${id}`),
  }));
}

/** The other events of this browser. */
function useEvents({ eventId, isOpen, go }: At): Command[] {
  const { data = [] } = useQuery({
    queryKey: ["events"],
    queryFn: ({ signal }) => fetchView<EventCardView[]>("/api/events", signal),
    enabled: isOpen,
  });
  return data
    .filter((event) => event.eventId !== eventId)
    .map((event) => ({
      id: `event ${event.eventId}`,
      word: event.title ?? event.eventId,
      note: event.startsAt ? formatDays(event.startsAt, event.endsAt, event.timezone) : null,
      icon: LayoutGrid,
      run: go(`/events/${encodeURIComponent(event.eventId)}`),
    }));
}

function useActivities({ eventId, isOpen, base, go }: At): Command[] {
  const { data } = useQuery({ ...eventQueries.program(eventId), enabled: isOpen });
  return (data?.activities ?? []).map(({ activityId, title, startsAt }) => ({
    id: `activity ${activityId}`,
    word: title,
    note: startsAt ? formatInZone(startsAt, "short", data?.timezone ?? null) : null,
    icon: CalendarDays,
    run: go(`${base}/program?activity=${encodeURIComponent(activityId)}`),
  }));
}

function personCommand(row: ApplicationView, { base, go }: At): Command {
  const { participantId, name, email, status } = row;
  const list = status === null ? "participants" : "applications";
  return {
    id: `person ${participantId}`,
    word: name || email || participantId,
    note: [name ? email : null, status ? describeStatus(status).word : null]
      .filter(Boolean)
      .join(" · "),
    icon: UserRound,
    run: go(`${base}/${list}?selected=${encodeURIComponent(participantId)}`),
  };
}
