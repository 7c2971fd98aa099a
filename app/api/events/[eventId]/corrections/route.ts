import { handle } from "@/lib/http/handle";
import { listCorrectionsInEvent } from "@/lib/participants/list-corrections-in-event";

export const GET = handle(
  { actor: "member", permission: "people.read" },
  (actor, request, { eventId = "" }) => {
    const search = new URL(request.url).searchParams;
    const given = (name: string) => search.get(name) || undefined;
    return listCorrectionsInEvent(actor, {
      eventId,
      cursor: given("cursor"),
      limit: given("limit"),
    });
  },
);
