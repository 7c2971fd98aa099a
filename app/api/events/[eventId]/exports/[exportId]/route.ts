import { getExport } from "@/lib/exports/get-export";
import { handle } from "@/lib/http/handle";

export const GET = handle(
  { actor: "member", permission: "people.export" },
  (actor, _request, { eventId = "", exportId = "" }) => getExport(actor, { eventId, exportId }),
);
