import { listDeliveriesOfAllEvents } from "@/lib/console/list-deliveries-of-all-events";
import { queryOf } from "@/lib/console/query-of";
import { handle } from "@/lib/http/handle";

export const GET = handle({ actor: "operator" }, (actor, request) =>
  listDeliveriesOfAllEvents(actor, queryOf(request)),
);
