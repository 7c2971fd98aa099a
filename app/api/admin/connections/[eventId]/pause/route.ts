import { pauseConnection } from "@/lib/console/pause-connection";
import { handleInConsole } from "@/lib/console-http";

export const POST = handleInConsole(async (actor, request, { eventId = "" }) =>
  pauseConnection(actor, { ...(await request.json()), eventId }),
);
