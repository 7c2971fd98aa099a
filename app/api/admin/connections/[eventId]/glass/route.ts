import { breakGlass } from "@/lib/console/break-glass";
import { handle } from "@/lib/http/handle";
import { KIB } from "@/lib/read-text";

export const POST = handle(
  { actor: "operator", body: 16 * KIB },
  (actor, input, { eventId = "" }) => breakGlass(actor, { ...input, eventId }),
);
