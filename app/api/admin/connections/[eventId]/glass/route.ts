import { breakGlass } from "@/lib/console/break-glass";
import { handleInConsole } from "@/lib/http/handle-in-console";
import { KIB } from "@/lib/read-text";

export const POST = handleInConsole({ body: 16 * KIB }, (actor, input, { eventId = "" }) =>
  breakGlass(actor, { ...input, eventId }),
);
