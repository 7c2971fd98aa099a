import { listOperatorActions } from "@/lib/console/list-operator-actions";
import { queryOf } from "@/lib/console/query-of";
import { handleInConsole } from "@/lib/http/handle-in-console";

export const GET = handleInConsole((actor, request) =>
  listOperatorActions(actor, queryOf(request)),
);
