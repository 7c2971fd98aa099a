import { resumeConnection } from "@/lib/console/resume-connection";
import { handleInConsole } from "@/lib/console-http";

export const POST = handleInConsole(async (actor, request, { eventId = "" }) =>
  resumeConnection(actor, { ...(await request.json()), eventId }),
);
