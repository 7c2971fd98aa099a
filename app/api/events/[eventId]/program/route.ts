import { handle } from "@/lib/http/handle";
import { listProgramInEvent } from "@/lib/program/list-program-in-event";

export const GET = handle(
  { actor: "member", permission: "program.read" },
  (actor, _request, { eventId = "" }) => listProgramInEvent(actor, { eventId }),
);
