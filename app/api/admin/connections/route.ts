import { listConnectionsOfAllEvents } from "@/lib/console/list-connections-of-all-events";
import { queryOf } from "@/lib/console/query-of";
import { handle } from "@/lib/http/handle";

export const GET = handle({ actor: "operator" }, (actor, request) =>
  listConnectionsOfAllEvents(actor, queryOf(request)),
);
