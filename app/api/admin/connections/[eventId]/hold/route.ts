import { holdErasure } from "@/lib/console/hold-erasure";
import { handle } from "@/lib/http/handle";
import { KIB } from "@/lib/read-text";

export const POST = handle(
  { actor: "operator", body: 16 * KIB },
  (actor, input, { eventId = "" }) => holdErasure(actor, { ...input, eventId }),
);
