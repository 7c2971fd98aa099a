import { breakGlass } from "@/lib/console/break-glass";
import { handleInConsole } from "@/lib/console-http";

export const POST = handleInConsole(async (actor, request, { eventId = "" }) =>
  breakGlass(actor, { ...(await request.json()), eventId }),
);
