import { type Sql, withSystemSql } from "@/lib/db";
import type { OperatorActor } from "@/lib/operators/operator";
import { requireOperator } from "@/lib/operators/require-operator";
import type { ConsoleActivityView } from "./console-activity-view";
import { MOST_COUNTED } from "./count-deliveries";
import { explainFailure } from "./explain-failure";

const HOURS = 24;
const MOST_TIMED = 1_000;
const ENDS_SHOWN = 6;
const ENDS_WITHIN_DAYS = 30;

/** What went on in the last day, across events, and the last ends. Throws AppError `unauthenticated`. */
export async function getConsoleActivity(actor: OperatorActor): Promise<ConsoleActivityView> {
  await requireOperator(actor);
  return withSystemSql(async (sql) => ({
    hours: await readHours(sql),
    lag: await readLag(sql),
    lastFailure: await readLastFailure(sql),
    ends: await readEnds(sql),
  }));
}

async function readHours(sql: Sql): Promise<ConsoleActivityView["hours"]> {
  const { rows } = await sql.query<{
    hour: Date;
    received: number;
    dead: number;
    refused: number;
  }>(
    `SELECT h.hour, came.received, came.dead, refused.count AS refused
     FROM (SELECT date_trunc('hour', now(), 'UTC') - make_interval(hours => ago) AS hour
           FROM generate_series(0, $1::int - 1) AS ago) h
     CROSS JOIN LATERAL (
       SELECT count(*)::int AS received, count(*) FILTER (WHERE state = 'dead')::int AS dead
       FROM (SELECT state FROM deliveries
             WHERE received_at >= h.hour AND received_at < h.hour + interval '1 hour'
             LIMIT ${MOST_COUNTED}) counted) came
     CROSS JOIN LATERAL (
       SELECT coalesce(sum(count), 0)::int AS count FROM delivery_refusals r
       WHERE r.hour = h.hour) refused
     ORDER BY h.hour`,
    [HOURS],
  );
  return rows.map(({ hour, ...counts }) => ({ hour: hour.toISOString(), ...counts }));
}

/** A replay says nothing of how long Revento's changes take. */
async function readLag(sql: Sql): Promise<ConsoleActivityView["lag"]> {
  const { rows } = await sql.query<{ median: number | null; ninety_fifth: number | null }>(
    `SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY ms) AS median,
       percentile_cont(0.95) WITHIN GROUP (ORDER BY ms) AS ninety_fifth
     FROM (SELECT extract(epoch FROM processed_at - received_at) * 1000 AS ms FROM deliveries
           WHERE received_at > now() - make_interval(hours => $1::int)
             AND state = 'processed' AND replay_id IS NULL
           ORDER BY received_at DESC LIMIT ${MOST_TIMED}) timed`,
    [HOURS],
  );
  const { median = null, ninety_fifth: ninetyFifth = null } = rows[0] ?? {};
  if (median === null || ninetyFifth === null) return null;
  // processed_at is kept in milliseconds, received_at in microseconds.
  return {
    medianMs: Math.max(0, Math.round(median)),
    ninetyFifthMs: Math.max(0, Math.round(ninetyFifth)),
  };
}

async function readLastFailure(sql: Sql): Promise<ConsoleActivityView["lastFailure"]> {
  const { rows } = await sql.query<{
    event_id: string;
    delivery_id: string;
    type: string;
    at: Date;
    reason: string;
  }>(
    `SELECT f.event_id, f.delivery_id, d.type, f.at, f.reason FROM delivery_failures f
     JOIN deliveries d USING (event_id, delivery_id)
     ORDER BY f.id DESC LIMIT 1`,
  );
  const [row] = rows;
  return row
    ? {
        eventId: row.event_id || null,
        deliveryId: row.delivery_id,
        type: row.type,
        at: row.at.toISOString(),
        reason: explainFailure(row.reason),
      }
    : null;
}

async function readEnds(sql: Sql): Promise<ConsoleActivityView["ends"]> {
  const { rows } = await sql.query<{
    id: string;
    event_id: string;
    title: string | null;
    cause: string;
    ended_at: Date;
    state: string;
    planned_at: Date;
  }>(
    `SELECT x.id, x.event_id, e.title, x.cause, x.ended_at, x.state, x.planned_at
     FROM erasures x LEFT JOIN events e ON e.event_id = x.event_id
     WHERE x.ended_at > now() - make_interval(days => $1::int)
     ORDER BY x.ended_at DESC, x.id LIMIT ${ENDS_SHOWN}`,
    [ENDS_WITHIN_DAYS],
  );
  return rows.map((row) => ({
    erasureId: row.id,
    eventId: row.event_id,
    title: row.title,
    cause: row.cause,
    endedAt: row.ended_at.toISOString(),
    state: row.state,
    plannedAt: row.planned_at.toISOString(),
  }));
}
