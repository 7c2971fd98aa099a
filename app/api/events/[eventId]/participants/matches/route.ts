import { handle } from "@/lib/http";
import { matchEmailsInEvent } from "@/lib/participants/match-emails-in-event";

export const POST = handle(async (actor, request, { eventId = "" }) =>
  matchEmailsInEvent(actor, { ...(await request.json()), list: "participants", eventId }),
);
