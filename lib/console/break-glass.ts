import { randomUUID } from "node:crypto";
import { z } from "zod";
import { type Sql, withEventSql } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { EventId } from "@/lib/event-id";
import { announceChanges } from "@/lib/live/announce-changes";
import { lockMirror } from "@/lib/live/lock-mirror";
import { recordChange } from "@/lib/live/record-change";
import type { Operator, OperatorActor } from "@/lib/operators/operator";
import { recordOperatorAction } from "@/lib/operators/record-operator-action";
import { requireOperator } from "@/lib/operators/require-operator";
import { whenFree } from "./in-connection";
import { Reason } from "./reason";

const BreakGlass = z.object({ eventId: z.string(), reason: Reason });

const OPEN_MINUTES = 15;

/**
 * Shows this operator the bodies of one event's deliveries as they came, for 15 minutes and for a reason
 * that the organizer can read. Throws AppError `unauthenticated`, `not_found` for an event nobody knows;
 * ZodError.
 */
export async function breakGlass(
  actor: OperatorActor,
  raw: unknown,
): Promise<{ expiresAt: string }> {
  const operator = await requireOperator(actor);
  const { eventId, reason } = BreakGlass.parse(raw);
  if (!EventId.safeParse(eventId).success) throw noSuchEvent();
  const expiresAt = await whenFree(() =>
    withEventSql(eventId, (sql) => storeBreak(sql, operator, eventId, reason)),
  );
  await announceChanges(eventId);
  return { expiresAt };
}

async function storeBreak(
  sql: Sql,
  operator: Operator,
  eventId: string,
  reason: string,
): Promise<string> {
  await sql.query("SET LOCAL lock_timeout = '5s'");
  await lockMirror(sql, eventId);
  const { rows } = await sql.query<{ expires_at: Date }>(
    `INSERT INTO glass_breaks (event_id, id, operator, reason, broken_at, expires_at)
     SELECT $1, $2, $3, $4, now(), now() + make_interval(mins => $5)
     WHERE EXISTS (SELECT FROM connections WHERE event_id = $1)
       OR EXISTS (SELECT FROM deliveries WHERE event_id = $1)
     RETURNING expires_at`,
    [eventId, randomUUID(), operator.name, reason, OPEN_MINUTES],
  );
  const expiresAt = rows[0]?.expires_at.toISOString();
  if (!expiresAt) throw noSuchEvent();
  const detail = { expiresAt };
  await recordOperatorAction(sql, operator, { eventId, action: "glass.broken", reason, detail });
  await recordChange(sql, eventId, "connection", []);
  return expiresAt;
}

function noSuchEvent(): AppError {
  return new AppError("not_found", "Nothing of this event is known.");
}
