import { previewErasureOfEvent } from "@/lib/console/preview-erasure-of-event";
import { handleInConsole } from "@/lib/http/handle-in-console";

export const GET = handleInConsole((actor, _, { eventId = "" }) =>
  previewErasureOfEvent(actor, { eventId }),
);
