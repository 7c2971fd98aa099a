import { endConnectionOfEvent } from "@/lib/console/end-connection-of-event";
import { handleInConsole } from "@/lib/http/handle-in-console";
import { KIB } from "@/lib/read-text";

export const POST = handleInConsole({ body: 16 * KIB }, (actor, input, { eventId = "" }) =>
  endConnectionOfEvent(actor, { ...input, eventId }),
);
