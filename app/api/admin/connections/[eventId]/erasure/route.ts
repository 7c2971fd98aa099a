import { previewErasureOfEvent } from "@/lib/console/preview-erasure-of-event";
import { handle } from "@/lib/http/handle";

export const GET = handle({ actor: "operator" }, (actor, _, { eventId = "" }) =>
  previewErasureOfEvent(actor, { eventId }),
);
