import { getEventOverview } from "@/lib/connections/get-event-overview";
import { listDeliveriesInEvent } from "@/lib/connections/list-deliveries-in-event";
import type { ListKind } from "@/lib/list-address/list-fields";
import type { Actor } from "@/lib/members/actor";
import type { Permission } from "@/lib/members/permissions-view";
import { countListInEvent } from "@/lib/participants/count-list-in-event";
import { listApplicationsInEvent } from "@/lib/participants/list-applications-in-event";
import { listParticipantsInEvent } from "@/lib/participants/list-participants-in-event";
import { listQueryOf } from "@/lib/participants/list-query";
import { listMentionsInEvent } from "@/lib/reviews/list-mentions-in-event";

type Read = (actor: Actor, eventId: string, search: URLSearchParams) => Promise<unknown>;
type EventView = { permission: Permission; read: Read };

/** What pages show of an event and ask for again with every change, by path below the event's. */
export const EVENT_VIEWS = {
  overview: {
    permission: "event.read",
    read: (actor, eventId) => getEventOverview(actor, { eventId }),
  },
  deliveries: {
    permission: "event.read",
    read: (actor, eventId) => listDeliveriesInEvent(actor, { eventId }),
  },
  applications: {
    permission: "people.read",
    read: (actor, eventId, search) => listApplicationsInEvent(actor, listQueryOf(eventId, search)),
  },
  participants: {
    permission: "people.read",
    read: (actor, eventId, search) => listParticipantsInEvent(actor, listQueryOf(eventId, search)),
  },
  mentions: {
    permission: "notes.read",
    read: (actor, eventId) => listMentionsInEvent(actor, { eventId }),
  },
  "applications/counts": { permission: "people.read", read: countsOf("applications") },
  "participants/counts": { permission: "people.read", read: countsOf("participants") },
} as const satisfies Record<string, EventView>;

function countsOf(list: ListKind): Read {
  return (actor, eventId, search) => {
    const facets = search.getAll("facet");
    return countListInEvent(actor, { list, address: search.toString(), facets, eventId });
  };
}
