import { getConnectionDetail } from "@/lib/console/get-connection-detail";
import { handleInConsole } from "@/lib/console-http";

export const GET = handleInConsole((actor, _, { eventId = "" }) =>
  getConnectionDetail(actor, { eventId }),
);
