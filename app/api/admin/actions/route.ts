import { listOperatorActions } from "@/lib/console/list-operator-actions";
import { queryOf } from "@/lib/console/query-of";
import { handle } from "@/lib/http/handle";

export const GET = handle({ actor: "operator" }, (actor, request) =>
  listOperatorActions(actor, queryOf(request)),
);
