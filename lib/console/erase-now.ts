import { isLive } from "@/lib/connections/connection-states";
import { beginErasure } from "@/lib/erasures/begin-erasure";
import { AppError } from "@/lib/errors";
import { wake } from "@/lib/live/wake";
import type { OperatorActor } from "@/lib/operators/operator";
import { actOnConnection } from "./act-on-connection";

/**
 * Begins the erasure of an ended connection before its planned time. Throws as actOnConnection; `conflict`
 * for a connection that goes on, and for an erasure that has begun.
 */
export async function eraseNow(actor: OperatorActor, raw: unknown): Promise<void> {
  await actOnConnection(actor, raw, {
    name: "erasure.begun_by_operator",
    topic: null,
    work: async (change, { state }) => {
      if (isLive(state)) {
        throw new AppError("conflict", "The connection goes on. End it before its data is erased.");
      }
      if (await beginErasure(change, "operator")) return;
      throw new AppError("conflict", "Its data is being erased already.");
    },
  });
  await wake("foyer_erasures");
}
