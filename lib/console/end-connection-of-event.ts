import { isLive } from "@/lib/connections/connection-states";
import { endConnection } from "@/lib/connections/end-connection";
import { AppError } from "@/lib/errors";
import type { OperatorActor } from "@/lib/operators/operator";
import { actOnConnection } from "./act-on-connection";

/**
 * Ends a connection on our side: no further call, no token, an erasure that Revento's rules ask for. Throws
 * as actOnConnection; `conflict` for a connection that has ended.
 */
export async function endConnectionOfEvent(actor: OperatorActor, raw: unknown): Promise<void> {
  await actOnConnection(actor, raw, {
    name: "connection.ended_by_operator",
    topic: null,
    work: async (change, { state }) => {
      if (!isLive(state)) throw new AppError("conflict", "The connection has ended already.");
      await endConnection(change, { cause: "ended_by_operator" });
    },
  });
}
