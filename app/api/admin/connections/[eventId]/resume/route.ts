import { resumeConnection } from "@/lib/console/resume-connection";
import { handleInConsole } from "@/lib/http/handle-in-console";
import { KIB } from "@/lib/read-text";

export const POST = handleInConsole({ body: 16 * KIB }, (actor, input, { eventId = "" }) =>
  resumeConnection(actor, { ...input, eventId }),
);
