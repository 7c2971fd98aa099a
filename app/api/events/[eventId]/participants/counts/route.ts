import { handle } from "@/lib/http/handle";
import { countListInEvent } from "@/lib/participants/count-list-in-event";

export const GET = handle(
  { actor: "member", permission: "people.read" },
  (actor, request, { eventId = "" }) => {
    const { searchParams } = new URL(request.url);
    const facets = searchParams.getAll("facet");
    const address = searchParams.toString();
    return countListInEvent(actor, { list: "participants", address, facets, eventId });
  },
);
