import { isLive } from "@/lib/connections/connection-states";
import type { Sql } from "@/lib/db";
import { type Attempted, applyBatch } from "@/lib/deliveries/apply-batch";
import type { Delivery, Outcome } from "@/lib/deliveries/delivery";
import { isEnding } from "@/lib/deliveries/end-by-delivery";
import { changeEventInSql, type EventChange } from "@/lib/live/change-event";
import { reasonOf } from "@/lib/reason-of";
import { explainFailure } from "./explain-failure";
import type { Forecast } from "./forecast";
import { forecastEnd } from "./forecast-end";
import { isLockTimeout } from "./in-connection";
import { readForecastChanges } from "./read-forecast-changes";
import { readKeptDeliveries } from "./read-kept-deliveries";

type Forecasts = Map<string, Forecast>;
type Connection = { organization_id: string; state: string; is_paused: boolean };

const LIMITS = { lockWithinMs: 2_000, statementWithinMs: 10_000 };

const VERDICTS: Record<Outcome, string> = {
  applied: "applies",
  unchanged: "unchanged",
  older: "older",
  no_connection: "event_gone",
  before_sync: "before_sync",
  unknown_type: "unknown_type",
  in_doubt: "in_doubt",
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
    return await inDryRun(eventId, (change) => forecast(change, deliveryIds));
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
async function inDryRun<T>(eventId: string, work: (change: EventChange) => Promise<T>): Promise<T> {
  const over = new Error("the dry run is over");
  let result: { value: T } | undefined;
  const run = async (change: EventChange): Promise<never> => {
    result = { value: await work(change) };
    throw over;
  };
  await changeEventInSql(eventId, run, LIMITS).catch((error: unknown) => {
    if (error !== over) throw error;
  });
  if (!result) throw over;
  return result.value;
}

async function forecast(change: EventChange, deliveryIds: readonly string[]): Promise<Forecasts> {
  const { sql, eventId } = change;
  const connection = await readConnection(sql, eventId);
  const forecasts: Forecasts = new Map();
  const going: Delivery[] = [];
  for (const delivery of await readKeptDeliveries(sql, eventId, deliveryIds)) {
    if (isEnding(delivery)) {
      forecasts.set(delivery.deliveryId, await forecastEndOf(sql, eventId, delivery));
    } else if (!connection || !isLive(connection.state)) {
      forecasts.set(delivery.deliveryId, { verdict: "event_gone", problem: null });
    } else {
      going.push(delivery);
    }
  }
  if (!connection || going.length === 0) return forecasts;
  const live = {
    organizationId: connection.organization_id,
    isPreparing: connection.state === "preparing",
  };
  const attempts = await applyBatch(change, going, live);
  const changes = await readForecastChanges(sql, eventId);
  for (const { deliveryId, envelopeId } of going) {
    const attempted = attempts.get(deliveryId);
    if (!attempted) continue;
    const found = { ...verdictOf(attempted), changes: changes.get(envelopeId) ?? [] };
    forecasts.set(deliveryId, connection.is_paused ? whilePaused(found) : found);
  }
  return forecasts;
}

async function forecastEndOf(sql: Sql, eventId: string, delivery: Delivery): Promise<Forecast> {
  try {
    return await forecastEnd(sql, eventId, delivery);
  } catch (error) {
    return verdictOf({ error });
  }
}

async function readConnection(sql: Sql, eventId: string): Promise<Connection | undefined> {
  const { rows } = await sql.query<Connection>(
    `SELECT organization_id, state, paused_at IS NOT NULL AS is_paused FROM connections
     WHERE event_id = $1`,
    [eventId],
  );
  return rows[0];
}

function verdictOf(attempted: Attempted): Forecast {
  if ("outcome" in attempted) return { verdict: VERDICTS[attempted.outcome], problem: null };
  return { verdict: "fails", problem: explainFailure(reasonOf(attempted.error)) };
}

function whilePaused(forecast: Forecast): Forecast {
  if (forecast.problem) return forecast;
  return { ...forecast, problem: "The connection is paused: it waits until somebody resumes it." };
}
