import { eraseNow } from "@/lib/console/erase-now";
import { handleInConsole } from "@/lib/http/handle-in-console";
import { KIB } from "@/lib/read-text";

export const POST = handleInConsole({ body: 16 * KIB }, (actor, input, { eventId = "" }) =>
  eraseNow(actor, { ...input, eventId }),
);
