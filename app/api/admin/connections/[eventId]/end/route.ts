import { endConnectionOfEvent } from "@/lib/console/end-connection-of-event";
import { handle } from "@/lib/http/handle";
import { KIB } from "@/lib/read-text";

export const POST = handle(
  { actor: "operator", body: 16 * KIB },
  (actor, input, { eventId = "" }) => endConnectionOfEvent(actor, { ...input, eventId }),
);
