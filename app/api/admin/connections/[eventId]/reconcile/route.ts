import { reconcileConnection } from "@/lib/console/reconcile-connection";
import { handle } from "@/lib/http/handle";
import { KIB } from "@/lib/read-text";

export const POST = handle(
  { actor: "operator", body: 16 * KIB },
  (actor, input, { eventId = "" }) => reconcileConnection(actor, { ...input, eventId }),
);
