import { z } from "zod";
import { type Sql, withEventSql, withSystemSql } from "@/lib/db";
import { lockInbox } from "@/lib/deliveries/lock-inbox";
import type { Operator, OperatorActor } from "@/lib/operators/operator";
import { recordOperatorAction } from "@/lib/operators/record-operator-action";
import { requireOperator } from "@/lib/operators/require-operator";
import { INTEGRATION_NAME } from "./delivery-filter";
import { whenFree } from "./in-connection";
import { Reason } from "./reason";

const Order = z.object({ replayId: z.uuid(), reason: Reason });
type Order = z.output<typeof Order>;

/** Of a replay what nobody has begun with. */
const WAITS = "d.replay_id = $1 AND d.state = 'pending' AND d.attempts = 0";

/**
 * Takes what still waits of a replay out of the inbox again, and leaves it as it was before. What was applied stays
 * applied. Answers how many. Throws AppError `unauthenticated`, `conflict` where a worker holds an event for more
 * than 5 s; ZodError.
 */
export async function cancelReplay(
  actor: OperatorActor,
  raw: unknown,
): Promise<{ cancelled: number }> {
  const operator = await requireOperator(actor);
  const order = Order.parse(raw);
  let cancelled = 0;
  for (const eventId of await listEventsOf(order.replayId)) {
    cancelled += await whenFree(() => cancelInEvent(eventId, operator, order));
  }
  return { cancelled };
}

async function listEventsOf(replayId: string): Promise<string[]> {
  return withSystemSql(async (sql) => {
    const { rows } = await sql.query<{ event_id: string }>(
      `SELECT DISTINCT d.event_id FROM deliveries d WHERE ${WAITS} ORDER BY d.event_id`,
      [replayId],
    );
    return rows.map((row) => row.event_id);
  });
}

async function cancelInEvent(
  eventId: string,
  operator: Operator,
  { replayId, reason }: Order,
): Promise<number> {
  const work = async (sql: Sql) => {
    await sql.query("SET LOCAL lock_timeout = '5s'");
    await lockInbox(sql, eventId);
    const taken = await sql.query(
      `UPDATE deliveries d SET state = d.replayed_from ->> 'state',
         outcome = d.replayed_from ->> 'outcome',
         attempts = (d.replayed_from ->> 'attempts')::int,
         processed_at = (d.replayed_from ->> 'processed_at')::timestamptz,
         last_error = d.replayed_from ->> 'last_error',
         replay_id = NULL, replayed_from = NULL
       WHERE d.event_id = $2 AND ${WAITS}`,
      [replayId, eventId],
    );
    const count = taken.rowCount ?? 0;
    if (count === 0) return 0;
    await recordOperatorAction(sql, operator, {
      ...(eventId && { eventId }),
      action: "deliveries.replay_cancelled",
      reason,
      detail: { cancelled: count, ...(!eventId && { event: INTEGRATION_NAME }) },
    });
    return count;
  };
  return eventId === "" ? withSystemSql(work) : withEventSql(eventId, work);
}
