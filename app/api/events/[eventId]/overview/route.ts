import { getEventOverview } from "@/lib/connections/get-event-overview";
import { handle } from "@/lib/http/handle";

export const GET = handle(
  { actor: "member", permission: "event.read" },
  (actor, _request, { eventId = "" }) => getEventOverview(actor, { eventId }),
);
