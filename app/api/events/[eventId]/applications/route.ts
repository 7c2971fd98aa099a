import { handle } from "@/lib/http/handle";
import { listApplicationsInEvent } from "@/lib/participants/list-applications-in-event";
import { listQueryOf } from "@/lib/participants/list-query";

export const GET = handle(
  { actor: "member", permission: "people.read" },
  (actor, request, { eventId = "" }) =>
    listApplicationsInEvent(actor, listQueryOf(eventId, new URL(request.url).searchParams)),
);
