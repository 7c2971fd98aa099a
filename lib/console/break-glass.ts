import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { EventChange } from "@/lib/live/change-event";
import type { Operator, OperatorActor } from "@/lib/operators/operator";
import { recordOperatorAction } from "@/lib/operators/record-operator-action";
import { requireOperator } from "@/lib/operators/require-operator";
import { inConnection } from "./in-connection";
import { Reason } from "./reason";

const BreakGlass = z.object({ eventId: z.string(), reason: Reason });

const OPEN_MINUTES = 15;

/**
 * Shows this operator the bodies of one event's deliveries as they came, for 15 minutes and for a reason
 * that the organizer can read. Throws AppError `unauthenticated`; `not_found` for an event without a
 * connection, of which no body is kept; `conflict` where other work holds the event; ZodError.
 */
export async function breakGlass(
  actor: OperatorActor,
  raw: unknown,
): Promise<{ expiresAt: string }> {
  const operator = await requireOperator(actor);
  const { eventId, reason } = BreakGlass.parse(raw);
  const expiresAt = await inConnection(eventId, (change) => storeBreak(change, operator, reason));
  return { expiresAt };
}

async function storeBreak(
  { sql, eventId, changed }: EventChange,
  operator: Operator,
  reason: string,
): Promise<string> {
  const { rows } = await sql.query<{ expires_at: Date }>(
    `INSERT INTO glass_breaks (event_id, id, operator, reason, broken_at, expires_at)
     VALUES ($1, $2, $3, $4, now(), now() + make_interval(mins => $5)) RETURNING expires_at`,
    [eventId, randomUUID(), operator.name, reason, OPEN_MINUTES],
  );
  const expiresAt = rows[0]?.expires_at.toISOString();
  if (!expiresAt) throw new Error("breaking the glass returned no row");
  const detail = { expiresAt };
  await recordOperatorAction(sql, operator, { eventId, action: "glass.broken", reason, detail });
  changed("connection");
  return expiresAt;
}
