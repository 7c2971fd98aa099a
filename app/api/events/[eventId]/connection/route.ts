import { handle } from "@/lib/http/handle";
import { getConnectionFacts } from "@/lib/syncs/get-connection-facts";

export const GET = handle(
  { actor: "member", permission: "event.read" },
  (actor, _request, { eventId = "" }) => getConnectionFacts(actor, { eventId }),
);
