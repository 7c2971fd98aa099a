import { handle } from "@/lib/http/handle";
import { listFormFieldsInEvent } from "@/lib/participants/list-form-fields-in-event";

export const GET = handle(
  { actor: "member", permission: "people.read" },
  (actor, _request, { eventId = "" }) => listFormFieldsInEvent(actor, { eventId }),
);
