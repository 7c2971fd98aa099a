import { wake } from "@/lib/live/wake";
import type { OperatorActor } from "@/lib/operators/operator";
import { requestSync } from "@/lib/syncs/request-sync";
import { actOnConnection, requireReading } from "./act-on-connection";

/**
 * Asks for a reconcile of one event now; a run that is queued or under way will do. Throws as
 * actOnConnection; `conflict` unless the connection is active and not paused.
 */
export async function reconcileConnection(actor: OperatorActor, raw: unknown): Promise<void> {
  await actOnConnection(actor, raw, {
    name: "connection.reconcile_requested",
    topic: "sync",
    work: async ({ sql }, connection) => {
      requireReading(connection);
      await requestSync(sql, connection.eventId, "reconcile");
    },
  });
  await wake("foyer_syncs");
}
