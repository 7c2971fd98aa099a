import { z } from "zod";
import { AppError } from "@/lib/errors";
import type { EventChange } from "@/lib/live/change-event";
import type { Topic } from "@/lib/live/record-change";
import type { OperatorActor } from "@/lib/operators/operator";
import { recordOperatorAction } from "@/lib/operators/record-operator-action";
import { requireOperator } from "@/lib/operators/require-operator";
import { inConnection, type StandingConnection } from "./in-connection";
import type { OperatorActionName } from "./operator-action-view";
import { Reason } from "./reason";

const ConnectionOrder = z.object({ eventId: z.string(), reason: Reason });

type Detail = Record<string, string>;

export type ConnectionAct<Order extends Detail> = {
  name: OperatorActionName;
  /** What open pages fetch again; null: `work` says so itself. */
  topic: Topic | null;
  /** What it needs besides the reason; kept as the action's detail. */
  order?: z.ZodType<Order>;
  /** Throws AppError `conflict` where the state does not allow it. */
  work: (change: EventChange, connection: StandingConnection, order: Order) => Promise<void>;
};

/**
 * What an operator does to one connection, in one transaction with the record of who did it and why, which
 * the organizer can read. `raw` is `{ eventId, reason }`. Throws AppError `unauthenticated`, `not_found`,
 * `conflict`; ZodError.
 */
export async function actOnConnection<Order extends Detail = Detail>(
  actor: OperatorActor,
  raw: unknown,
  { name, topic, order, work }: ConnectionAct<Order>,
): Promise<void> {
  const operator = await requireOperator(actor);
  const { eventId, reason } = ConnectionOrder.parse(raw);
  const detail = order ? order.parse(raw) : ({} as Order);
  await inConnection(eventId, async (change, connection) => {
    await work(change, connection, detail);
    await recordOperatorAction(change.sql, operator, { eventId, action: name, reason, detail });
    if (topic) change.changed(topic);
  });
}

/** The guard of what only makes sense while Foyer reads the event. */
export function requireReading({ state, isPaused }: StandingConnection): void {
  if (state === "preparing") {
    throw new AppError("conflict", "The mirror is being emptied; a full read follows by itself.");
  }
  if (state !== "active") throw new AppError("conflict", "The connection has ended.");
  if (isPaused) throw new AppError("conflict", "The connection is paused. Resume it first.");
}
