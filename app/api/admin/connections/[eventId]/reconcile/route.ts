import { reconcileConnection } from "@/lib/console/reconcile-connection";
import { handleInConsole } from "@/lib/http/handle-in-console";
import { KIB } from "@/lib/read-text";

export const POST = handleInConsole({ body: 16 * KIB }, (actor, input, { eventId = "" }) =>
  reconcileConnection(actor, { ...input, eventId }),
);
