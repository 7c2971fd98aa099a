import { randomUUID } from "node:crypto";
import { z } from "zod";
import { type Sql, withEventSql, withSystemSql } from "@/lib/db";
import { lockInbox } from "@/lib/deliveries/lock-inbox";
import { wake } from "@/lib/live/wake";
import type { Operator, OperatorActor } from "@/lib/operators/operator";
import { recordOperatorAction } from "@/lib/operators/record-operator-action";
import { requireOperator } from "@/lib/operators/require-operator";
import { INTEGRATION_NAME } from "./delivery-filter";
import { whenFree } from "./in-connection";
import { Reason } from "./reason";
import { ReplaySelection, selected } from "./replay-selection";

const Why = z.looseObject({ reason: Reason });

type Order = { operator: Operator; reason: string; selection: ReplaySelection; replayId: string };

/**
 * Whatever has its body, is not just about to be processed for the first time, and has something that it
 * could be applied to.
 */
const CAN_BE_REPLAYED = `d.body IS NOT NULL AND NOT (d.state = 'pending' AND d.attempts = 0)
  AND (d.event_id = '' OR EXISTS (SELECT FROM connections c WHERE c.event_id = d.event_id))`;

/**
 * Puts the deliveries of a selection back into the inbox, as if they had just arrived: workers apply them
 * by the same rules, so that what is not newer changes nothing. Event by event, each in one transaction with
 * the record of it; at the end, however it ends, one record of the whole. Answers how many, and the id by which what
 * waits of them can be taken back. Throws AppError
 * `unauthenticated`, `conflict` where a worker holds an event for more than 5 s (what was put back until then
 * stays so; ask again); ZodError.
 */
export async function replayDeliveries(
  actor: OperatorActor,
  raw: unknown,
): Promise<{ replayId: string; replayed: number }> {
  const operator = await requireOperator(actor);
  const { reason, ...rest } = Why.parse(raw);
  const replayId = randomUUID();
  const order = { operator, reason, selection: ReplaySelection.parse(rest), replayId };
  let replayed = 0;
  const events = await listEventsOf(order.selection);
  try {
    for (const eventId of events) {
      replayed += await whenFree(() => replayInEvent(eventId, order));
      void wake("foyer_inbox");
    }
  } finally {
    await recordWhole(order, events, replayed);
  }
  return { replayId, replayed };
}

/** The words of the reason stand with each event, and go with its erasure: they may name people. */
async function recordWhole(
  { operator, reason, selection }: Order,
  events: string[],
  replayed: number,
): Promise<void> {
  const isOfEvents = events.some((eventId) => eventId !== "");
  await withSystemSql((sql) =>
    recordOperatorAction(sql, operator, {
      action: "deliveries.replayed",
      reason: isOfEvents ? "" : reason,
      detail: { replayed, events: events.length, ...wordsOf(selection) },
    }),
  );
}

async function listEventsOf(selection: ReplaySelection): Promise<string[]> {
  const { text, values } = selected(selection);
  return withSystemSql(async (sql) => {
    const { rows } = await sql.query<{ event_id: string }>(
      `SELECT DISTINCT d.event_id FROM deliveries d
       WHERE ${text} AND ${CAN_BE_REPLAYED} ORDER BY d.event_id`,
      values,
    );
    return rows.map((row) => row.event_id);
  });
}

async function replayInEvent(eventId: string, order: Order): Promise<number> {
  const work = async (sql: Sql) => {
    const count = await putBack(sql, eventId, order);
    if (count === 0) return 0;
    await recordOperatorAction(sql, order.operator, {
      ...(eventId && { eventId }),
      action: "deliveries.replayed",
      reason: order.reason,
      detail: { replayed: count, ...(!eventId && { event: INTEGRATION_NAME }) },
    });
    return count;
  };
  return eventId === "" ? withSystemSql(work) : withEventSql(eventId, work);
}

/** While no worker is at the event: what it has just applied must not be put back by halves. */
async function putBack(sql: Sql, eventId: string, { selection, replayId }: Order): Promise<number> {
  const { text, values } = selected(selection);
  await sql.query("SET LOCAL lock_timeout = '5s'");
  await lockInbox(sql, eventId);
  if (eventId !== "") {
    // Until the commit no erasure of the event can be completed: it would miss the record of this.
    await sql.query("SELECT FROM connections WHERE event_id = $1 FOR SHARE", [eventId]);
  }
  const put = await sql.query(
    `UPDATE deliveries d SET state = 'pending', attempts = 0, next_attempt_at = clock_timestamp(),
       outcome = NULL, processed_at = NULL, last_error = NULL, replay_id = $${values.length + 2},
       replayed_from = jsonb_build_object('state', state, 'outcome', outcome, 'attempts', attempts,
         'processed_at', processed_at, 'last_error', last_error)
     WHERE d.event_id = $${values.length + 1} AND ${text} AND ${CAN_BE_REPLAYED}`,
    [...values, eventId, replayId],
  );
  return put.rowCount ?? 0;
}

function wordsOf(selection: ReplaySelection): Record<string, string | number> {
  if ("deliveries" in selection) return { chosen: selection.deliveries.length };
  const filter = Object.entries(selection).filter(([, value]) => value !== undefined);
  return Object.fromEntries(filter.map(([name, value]) => [name, value || INTEGRATION_NAME]));
}
