import { type Sql, withEventSql } from "@/lib/db";
import { applyDeliveries, emptyApplied, joinApplied } from "@/lib/deliveries/apply-deliveries";
import type { Delivery, Outcome } from "@/lib/deliveries/delivery";
import { isEnding } from "@/lib/deliveries/end-by-delivery";
import { type PlannedDelivery, planDelivery } from "@/lib/deliveries/plan-delivery";
import { lockMirror } from "@/lib/live/lock-mirror";
import { reasonOf } from "@/lib/reason-of";
import { explainFailure } from "./explain-failure";
import type { Forecast } from "./forecast";
import { forecastEnd } from "./forecast-end";
import { isLockTimeout } from "./in-connection";
import { readKeptDeliveries } from "./read-kept-deliveries";

type Forecasts = Map<string, Forecast>;
type Connection = { organization_id: string; state: string; is_paused: boolean };

const VERDICTS: Record<Outcome, string> = {
  applied: "applies",
  unchanged: "unchanged",
  older: "older",
  no_connection: "event_gone",
  before_sync: "before_sync",
  unknown_type: "unknown_type",
};

/**
 * Applies deliveries of one event as a worker would, and takes everything back. A delivery whose body is
 * not kept is left out of the answer. Where other work holds the event for more than 2 s, all are `busy`.
 */
export async function forecastDeliveries(
  eventId: string,
  deliveryIds: readonly string[],
): Promise<Forecasts> {
  try {
    return await inDryRun(eventId, (sql) => forecast(sql, eventId, deliveryIds));
  } catch (error) {
    if (!isLockTimeout(error)) throw error;
    return allBusy(deliveryIds);
  }
}

/** What could not be found out now. */
export function allBusy(deliveryIds: readonly string[]): Forecasts {
  const problem = "Other work holds its event. Look again in a moment.";
  return new Map(deliveryIds.map((id) => [id, { verdict: "busy", problem }]));
}

/** Nothing that the work writes is ever committed: it is over by throwing. */
async function inDryRun<T>(eventId: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  const over = new Error("the dry run is over");
  let result: { value: T } | undefined;
  try {
    await withEventSql(eventId, async (sql) => {
      await sql.query("SET LOCAL lock_timeout = '2s'; SET LOCAL statement_timeout = '10s'");
      result = { value: await work(sql) };
      throw over;
    });
  } catch (error) {
    if (error !== over || !result) throw error;
  }
  if (!result) throw over;
  return result.value;
}

async function forecast(
  sql: Sql,
  eventId: string,
  deliveryIds: readonly string[],
): Promise<Forecasts> {
  await lockMirror(sql, eventId);
  const connection = await readConnection(sql, eventId);
  const forecasts: Forecasts = new Map();
  const planned: PlannedDelivery[] = [];
  for (const delivery of await readKeptDeliveries(sql, eventId, deliveryIds)) {
    const { deliveryId } = delivery;
    try {
      if (isEnding(delivery)) {
        forecasts.set(deliveryId, await forecastEnd(sql, eventId, delivery));
      } else if (connection?.state !== "active" && connection?.state !== "preparing") {
        forecasts.set(deliveryId, { verdict: "event_gone", problem: null });
      } else {
        planned.push(plan(delivery, eventId, connection));
      }
    } catch (error) {
      forecasts.set(deliveryId, failed(error));
    }
  }
  for (const [id, found] of await applyTogetherOrSingly(sql, eventId, planned)) {
    forecasts.set(id, connection?.is_paused ? whilePaused(found) : found);
  }
  return forecasts;
}

async function readConnection(sql: Sql, eventId: string): Promise<Connection | undefined> {
  const { rows } = await sql.query<Connection>(
    `SELECT organization_id, state, paused_at IS NOT NULL AS is_paused FROM connections
     WHERE event_id = $1`,
    [eventId],
  );
  return rows[0];
}

/** While the mirror is being emptied nothing goes into it. */
function plan(
  delivery: Delivery,
  eventId: string,
  { organization_id: organizationId, state }: Connection,
): PlannedDelivery {
  const planned = planDelivery(delivery, { eventId, organizationId });
  const isOurs = planned.plan.step === "revoke_user" || planned.plan.step === "none";
  if (state === "active" || isOurs) return planned;
  return { delivery, plan: { step: "none", outcome: "before_sync" } };
}

async function applyTogetherOrSingly(
  sql: Sql,
  eventId: string,
  planned: readonly PlannedDelivery[],
): Promise<Forecasts> {
  await sql.query("SAVEPOINT batch");
  try {
    return forecastsOf((await applyDeliveries(sql, eventId, planned)).outcomes);
  } catch {
    await sql.query("ROLLBACK TO SAVEPOINT batch");
  }
  const applied = emptyApplied();
  const failures: Forecasts = new Map();
  for (const one of planned) {
    await sql.query("SAVEPOINT one");
    try {
      joinApplied(applied, await applyDeliveries(sql, eventId, [one]));
    } catch (error) {
      await sql.query("ROLLBACK TO SAVEPOINT one");
      failures.set(one.delivery.deliveryId, failed(error));
    }
  }
  return new Map([...forecastsOf(applied.outcomes), ...failures]);
}

function forecastsOf(outcomes: ReadonlyMap<string, Outcome>): Forecasts {
  return new Map(
    [...outcomes].map(([id, outcome]) => [id, { verdict: VERDICTS[outcome], problem: null }]),
  );
}

function failed(error: unknown): Forecast {
  return { verdict: "fails", problem: explainFailure(reasonOf(error)) };
}

function whilePaused(forecast: Forecast): Forecast {
  if (forecast.problem) return forecast;
  return { ...forecast, problem: "The connection is paused: it waits until somebody resumes it." };
}
