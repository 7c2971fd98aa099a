import { pauseConnection } from "@/lib/console/pause-connection";
import { handleInConsole } from "@/lib/http/handle-in-console";
import { KIB } from "@/lib/read-text";

export const POST = handleInConsole({ body: 16 * KIB }, (actor, input, { eventId = "" }) =>
  pauseConnection(actor, { ...input, eventId }),
);
