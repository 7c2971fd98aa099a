import { isLive } from "@/lib/connections/connection-states";
import { pauseConnection as stopReading } from "@/lib/connections/pause-connection";
import { AppError } from "@/lib/errors";
import type { OperatorActor } from "@/lib/operators/operator";
import { actOnConnection } from "./act-on-connection";

/**
 * Lets Foyer call nothing for one event, and its deliveries wait, until it is resumed. Throws as
 * actOnConnection; `conflict` for a connection that has ended or is paused already.
 */
export async function pauseConnection(actor: OperatorActor, raw: unknown): Promise<void> {
  await actOnConnection(actor, raw, {
    name: "connection.paused",
    topic: "connection",
    work: async ({ sql }, { eventId, state }) => {
      if (!isLive(state)) throw new AppError("conflict", "The connection has ended.");
      if (await stopReading(sql, eventId)) return;
      throw new AppError("conflict", "The connection is paused already.");
    },
  });
}
