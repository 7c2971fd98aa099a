import { listConnectionsOfAllEvents } from "@/lib/console/list-connections-of-all-events";
import { queryOf } from "@/lib/console/query-of";
import { handleInConsole } from "@/lib/http/handle-in-console";

export const GET = handleInConsole((actor, request) =>
  listConnectionsOfAllEvents(actor, queryOf(request)),
);
