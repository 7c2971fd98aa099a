import { eraseNow } from "@/lib/console/erase-now";
import { handleInConsole } from "@/lib/console-http";

export const POST = handleInConsole(async (actor, request, { eventId = "" }) =>
  eraseNow(actor, { ...(await request.json()), eventId }),
);
