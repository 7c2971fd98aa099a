import { endConnectionOfEvent } from "@/lib/console/end-connection-of-event";
import { handleInConsole } from "@/lib/console-http";

export const POST = handleInConsole(async (actor, request, { eventId = "" }) =>
  endConnectionOfEvent(actor, { ...(await request.json()), eventId }),
);
