import { createExport } from "@/lib/exports/create-export";
import { handle } from "@/lib/http";

export const POST = handle(async (actor, request, { eventId = "" }) =>
  createExport(actor, { ...(await request.json()), eventId }),
);
