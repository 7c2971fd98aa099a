import { handle } from "@/lib/http/handle";
import { matchEmailsInEvent } from "@/lib/participants/match-emails-in-event";
import { KIB } from "@/lib/read-text";

export const POST = handle(
  { actor: "member", permission: "people.read", body: 1_024 * KIB },
  (actor, input, { eventId = "" }) =>
    matchEmailsInEvent(actor, { ...input, list: "applications", eventId }),
);
