import { handle } from "@/lib/http/handle";
import { getAnswerInEvent } from "@/lib/participants/get-answer-in-event";

export const GET = handle(
  { actor: "member", permission: "people.read" },
  (actor, request, { eventId = "", participantId = "" }) => {
    const search = new URL(request.url).searchParams;
    const [key, offset] = [search.get("key") ?? "", search.get("offset") ?? undefined];
    return getAnswerInEvent(actor, { eventId, participantId, key, offset });
  },
);
