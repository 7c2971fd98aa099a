import { handle } from "@/lib/http/handle";
import { findPlaceInList } from "@/lib/participants/find-place-in-list";

export const GET = handle(
  { actor: "member", permission: "people.read" },
  (actor, request, { eventId = "", participantId = "" }) => {
    const search = new URL(request.url).searchParams;
    const list = search.get("list") as "applications" | "participants";
    return findPlaceInList(actor, { eventId, participantId, list, address: search.toString() });
  },
);
