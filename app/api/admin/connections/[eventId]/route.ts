import { getConnectionDetail } from "@/lib/console/get-connection-detail";
import { handleInConsole } from "@/lib/http/handle-in-console";

export const GET = handleInConsole((actor, _, { eventId = "" }) =>
  getConnectionDetail(actor, { eventId }),
);
