import { handle } from "@/lib/http/handle";
import { getApplicationInEvent } from "@/lib/participants/get-application-in-event";

export const GET = handle(
  { actor: "member", permission: "people.read" },
  (actor, _request, { eventId = "", participantId = "" }) =>
    getApplicationInEvent(actor, { eventId, participantId }),
);
