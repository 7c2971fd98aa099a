import type { ErasureView } from "@/lib/erasures/erasure-view";
import { listErasuresOfAllEvents } from "@/lib/erasures/list-erasures-of-all-events";
import type { OperatorActor } from "@/lib/operators/operator";
import { requireOperator } from "@/lib/operators/require-operator";

/** Erasures of all events, open, running, done and withdrawn. Throws AppError `unauthenticated`. */
export async function listErasures(actor: OperatorActor): Promise<ErasureView[]> {
  await requireOperator(actor);
  return listErasuresOfAllEvents();
}
