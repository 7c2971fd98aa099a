import { z } from "zod";
import { isLive } from "@/lib/connections/connection-states";
import { ERASE_BEFORE_DUE } from "@/lib/erasures/erase-before-due";
import { AppError } from "@/lib/errors";
import type { OperatorActor } from "@/lib/operators/operator";
import { actOnConnection } from "./act-on-connection";

const HoldOrder = z.object({ until: z.iso.datetime() });

type Waiting = { planned_at: Date; held_until: Date | null; latest: Date };

/**
 * Holds the planned erasure of an ended connection until a moment, three days before its deadline at the latest
 * (contract 1.6); a later order takes the place of an earlier one. `raw` is `{ eventId, reason, until }`, `until` in
 * ISO 8601, UTC. Throws as actOnConnection; `invalid` for a moment that is past, earlier than the plan or too late;
 * `conflict` where no erasure waits.
 */
export async function holdErasure(actor: OperatorActor, raw: unknown): Promise<void> {
  await actOnConnection(actor, raw, {
    name: "erasure.held",
    topic: "connection",
    order: HoldOrder,
    work: async ({ sql, eventId }, { state }, order) => {
      if (isLive(state)) throw new AppError("conflict", "The connection goes on. Nothing waits.");
      const found = await sql.query<Waiting>(
        `SELECT planned_at, held_until, due_at - $2::interval AS latest FROM erasures
         WHERE event_id = $1 AND state = 'open' AND scope = 'all' FOR UPDATE`,
        [eventId, ERASE_BEFORE_DUE],
      );
      const erasure = found.rows[0];
      if (!erasure) throw new AppError("conflict", "Its data is being erased already.");
      const until = new Date(order.until);
      requireHoldable(until, erasure);
      await sql.query(
        `UPDATE erasures SET planned_at = $2, held_until = $2
         WHERE event_id = $1 AND state = 'open' AND scope = 'all'`,
        [eventId, until],
      );
    },
  });
}

function requireHoldable(until: Date, { planned_at, held_until, latest }: Waiting): void {
  if (until <= new Date()) throw new AppError("invalid", "That moment has passed.");
  if (!held_until && until < planned_at) {
    throw new AppError("invalid", "That is before it is planned. Erase it now instead.");
  }
  if (until > latest) {
    throw new AppError(
      "invalid",
      `It can be held until ${latest.toISOString()}, three days before its deadline.`,
    );
  }
}
