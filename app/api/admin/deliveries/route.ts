import { listDeliveriesOfAllEvents } from "@/lib/console/list-deliveries-of-all-events";
import { queryOf } from "@/lib/console/query-of";
import { handleInConsole } from "@/lib/http/handle-in-console";

export const GET = handleInConsole((actor, request) =>
  listDeliveriesOfAllEvents(actor, queryOf(request)),
);
