import { handle } from "@/lib/http/handle";
import { listParticipantsInEvent } from "@/lib/participants/list-participants-in-event";
import { listQueryOf } from "@/lib/participants/list-query";

export const GET = handle(
  { actor: "member", permission: "people.read" },
  (actor, request, { eventId = "" }) =>
    listParticipantsInEvent(actor, listQueryOf(eventId, new URL(request.url).searchParams)),
);
