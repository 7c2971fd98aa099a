import { handle } from "@/lib/http/handle";
import { endPresenceInEvent } from "@/lib/reviews/end-presence-in-event";
import { notePresenceInEvent } from "@/lib/reviews/note-presence-in-event";

export const PUT = handle({ actor: "member", permission: "reviews.write" }, (actor, _, params) =>
  notePresenceInEvent(actor, params),
);

export const DELETE = handle({ actor: "member", permission: "reviews.write" }, (actor, _, params) =>
  endPresenceInEvent(actor, params),
);
