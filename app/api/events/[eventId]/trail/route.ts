import { getTrail } from "@/lib/connections/get-trail";
import { handle } from "@/lib/http/handle";

export const GET = handle(
  { actor: "member", permission: "audit.read" },
  (actor, _request, { eventId = "" }) => getTrail(actor, { eventId }),
);
