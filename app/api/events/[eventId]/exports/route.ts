import { createExport } from "@/lib/exports/create-export";
import { handle } from "@/lib/http";
import { KIB } from "@/lib/read-text";

export const POST = handle({ body: 256 * KIB }, (actor, input, { eventId = "" }) =>
  createExport(actor, { ...input, eventId }),
);
