import type { OperatorActor } from "@/lib/operators/operator";
import { requireOperator } from "@/lib/operators/require-operator";
import type { InstallationCheckView } from "./console-overview-view";
import { readLatestCheck } from "./read-latest-check";

/**
 * The latest comparison of our connections with Revento's own list; null before the first. Throws
 * AppError `unauthenticated`.
 */
export async function getLatestCheck(actor: OperatorActor): Promise<InstallationCheckView | null> {
  await requireOperator(actor);
  return readLatestCheck();
}
