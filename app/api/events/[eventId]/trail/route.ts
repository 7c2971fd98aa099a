import { getTrail } from "@/lib/connections/get-trail";
import { handle } from "@/lib/http";

export const GET = handle((actor, _request, { eventId = "" }) => getTrail(actor, { eventId }));
