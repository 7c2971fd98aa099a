import { withSystemSql } from "@/lib/db";
import type { OperatorActor } from "@/lib/operators/operator";
import { requireOperator } from "@/lib/operators/require-operator";
import { MOST_COUNTED } from "./count-deliveries";
import type { ReplayForecastView, ReplayPreviewView } from "./delivery-list-view";
import type { Forecast } from "./forecast";
import { allBusy, forecastDeliveries } from "./forecast-deliveries";
import { forecastIntegrationDeliveries } from "./forecast-integration-deliveries";
import { ReplaySelection, selected } from "./replay-selection";

const MOST_FORECASTS = 500;
/** As many as a worker applies at once, so that a dry run holds the event no longer than a worker does. */
const BATCH = 100;
/** Somebody waits for the answer: what is not looked at by then is said to be busy. */
const MOST_MS = 20_000;

type Chosen = { event_id: string; delivery_id: string; type: string };

/**
 * What replaying the deliveries of a selection would come to: the first 500, oldest first, are really
 * applied, and every change rolled back. Ends of connections are only described. Throws AppError
 * `unauthenticated`; ZodError.
 */
export async function previewReplay(
  actor: OperatorActor,
  raw: unknown,
): Promise<ReplayPreviewView> {
  await requireOperator(actor);
  const { chosen, total } = await choose(ReplaySelection.parse(raw));
  const forecasts = new Map<string, Forecast>();
  const deadline = Date.now() + MOST_MS;
  for (const [eventId, deliveryIds] of batchesByEvent(chosen)) {
    const isLate = Date.now() > deadline;
    const found = isLate ? allBusy(deliveryIds) : await forecastBatch(eventId, deliveryIds);
    for (const [id, forecast] of found) forecasts.set(`${eventId}/${id}`, forecast);
  }
  const views = chosen.map((one) =>
    viewForecast(one, forecasts.get(`${one.event_id}/${one.delivery_id}`)),
  );
  return { forecasts: views, verdicts: countVerdicts(views), total };
}

async function forecastBatch(eventId: string, deliveryIds: string[]) {
  if (eventId === "") return forecastIntegrationDeliveries(deliveryIds);
  return forecastDeliveries(eventId, deliveryIds);
}

async function choose(selection: ReplaySelection): Promise<{ chosen: Chosen[]; total: number }> {
  const { text, values } = selected(selection);
  return withSystemSql(async (sql) => {
    const found = await sql.query<Chosen>(
      `SELECT d.event_id, d.delivery_id, d.type FROM deliveries d WHERE ${text}
       ORDER BY d.received_at, d.event_id, d.delivery_id LIMIT ${MOST_FORECASTS}`,
      values,
    );
    const counted = await sql.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM (
         SELECT 1 FROM deliveries d WHERE ${text} LIMIT ${MOST_COUNTED}) counted`,
      values,
    );
    return { chosen: found.rows, total: counted.rows[0]?.count ?? 0 };
  });
}

function batchesByEvent(chosen: readonly Chosen[]): [eventId: string, deliveryIds: string[]][] {
  const byEvent = Map.groupBy(chosen, ({ event_id }) => event_id);
  return [...byEvent].flatMap(([eventId, ofEvent]) => {
    const ids = ofEvent.map(({ delivery_id }) => delivery_id);
    const starts = ids.flatMap((_, at) => (at % BATCH === 0 ? [at] : []));
    return starts.map((at): [string, string[]] => [eventId, ids.slice(at, at + BATCH)]);
  });
}

const NO_PAYLOAD: Forecast = { verdict: "no_payload", problem: null };

function viewForecast(
  { event_id, delivery_id, type }: Chosen,
  forecast: Forecast | undefined,
): ReplayForecastView {
  const { verdict, problem, changes = [] } = forecast ?? NO_PAYLOAD;
  return { eventId: event_id || null, deliveryId: delivery_id, type, verdict, problem, changes };
}

function countVerdicts(views: readonly ReplayForecastView[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { verdict } of views) counts[verdict] = (counts[verdict] ?? 0) + 1;
  return counts;
}
