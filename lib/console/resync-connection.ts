import { endCallPauses } from "@/lib/connections/pause-calls";
import { wake } from "@/lib/live/wake";
import type { OperatorActor } from "@/lib/operators/operator";
import { requestSync } from "@/lib/syncs/request-sync";
import { actOnConnection, requireReading } from "./act-on-connection";

/**
 * Reads one event anew from the beginning, in place of whatever run is under way. Throws as
 * actOnConnection; `conflict` unless the connection is active and not paused.
 */
export async function resyncConnection(actor: OperatorActor, raw: unknown): Promise<void> {
  await actOnConnection(actor, raw, {
    name: "connection.resync_requested",
    topic: "sync",
    work: async ({ sql }, connection) => {
      requireReading(connection);
      await endCallPauses(sql, connection.eventId);
      await requestSync(sql, connection.eventId, "sync");
    },
  });
  await wake("foyer_syncs");
}
