import { handle } from "@/lib/http/handle";
import { listFeedInEvent } from "@/lib/insights/list-feed-in-event";

export const GET = handle(
  { actor: "member", permission: "insights.read" },
  (actor, request, { eventId = "" }) => {
    const search = new URL(request.url).searchParams;
    const given = (name: string) => search.get(name) || undefined;
    return listFeedInEvent(actor, { eventId, cursor: given("cursor"), limit: given("limit") });
  },
);
