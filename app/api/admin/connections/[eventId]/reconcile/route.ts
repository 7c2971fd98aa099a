import { reconcileConnection } from "@/lib/console/reconcile-connection";
import { handleInConsole } from "@/lib/console-http";

export const POST = handleInConsole(async (actor, request, { eventId = "" }) =>
  reconcileConnection(actor, { ...(await request.json()), eventId }),
);
