import { reconcileConnection } from "@/lib/console/reconcile-connection";
import { handleInConsole } from "@/lib/console-http";
import { KIB } from "@/lib/read-text";

export const POST = handleInConsole({ body: 16 * KIB }, (actor, input, { eventId = "" }) =>
  reconcileConnection(actor, { ...input, eventId }),
);
