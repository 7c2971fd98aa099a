import { handle } from "@/lib/http/handle";
import { EVENT_VIEWS } from "./event-views";

/** The route of one view of an event. */
export function viewRoute(name: keyof typeof EVENT_VIEWS) {
  const { permission, read } = EVENT_VIEWS[name];
  return handle({ actor: "member", permission }, (actor, request, { eventId = "" }) =>
    read(actor, eventId, new URL(request.url).searchParams),
  );
}
