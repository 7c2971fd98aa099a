import { getExport } from "@/lib/exports/get-export";
import { handle } from "@/lib/http";

export const GET = handle((actor, _request, { eventId = "", exportId = "" }) =>
  getExport(actor, { eventId, exportId }),
);
