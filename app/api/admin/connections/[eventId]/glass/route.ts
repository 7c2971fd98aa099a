import { breakGlass } from "@/lib/console/break-glass";
import { handleInConsole } from "@/lib/console-http";
import { KIB } from "@/lib/read-text";

export const POST = handleInConsole({ body: 16 * KIB }, (actor, input, { eventId = "" }) =>
  breakGlass(actor, { ...input, eventId }),
);
