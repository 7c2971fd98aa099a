import { resyncConnection } from "@/lib/console/resync-connection";
import { handleInConsole } from "@/lib/console-http";

export const POST = handleInConsole(async (actor, request, { eventId = "" }) =>
  resyncConnection(actor, { ...(await request.json()), eventId }),
);
