import { ZodError } from "zod";
import type { Sql } from "@/lib/db";
import { reasonOf } from "@/lib/reason-of";
import type { Outcome } from "./delivery";
import { ForeignSnapshot } from "./plan-delivery";

const MOST_ATTEMPTS = 8;
const FIRST_DELAY_SECONDS = 5;
const DELAY_FACTOR = 3;

/**
 * Marks deliveries as processed. Their bodies stay for as long as payloads are kept, so that operators can
 * see what arrived and replay it; of an event that is not connected nothing is kept.
 */
export async function settleDeliveries(
  sql: Sql,
  eventId: string,
  outcomes: ReadonlyMap<string, Outcome>,
): Promise<void> {
  if (outcomes.size === 0) return;
  await sql.query(
    `UPDATE deliveries d SET state = 'processed', outcome = o.outcome, attempts = attempts + 1,
       processed_at = clock_timestamp(), last_error = NULL,
       body = CASE WHEN o.outcome <> 'no_connection' THEN body END
     FROM unnest($2::uuid[], $3::text[]) AS o(delivery_id, outcome)
     WHERE d.event_id = $1 AND d.delivery_id = o.delivery_id`,
    [eventId, [...outcomes.keys()], [...outcomes.values()]],
  );
}

/**
 * Puts a delivery that could not be applied back for later, each time for three times as long (5 s to
 * an hour), and among the dead letters after the eighth time; at once where it says nothing that anybody could read,
 * which no later try changes. Each failure stays on record.
 */
export async function postponeDelivery(
  sql: Sql,
  eventId: string,
  deliveryId: string,
  error: unknown,
): Promise<void> {
  await postpone(sql, eventId, deliveryId, {
    reason: reasonOf(error),
    isLast: isUnreadable(error),
  });
}

function isUnreadable(error: unknown): boolean {
  return (
    error instanceof ZodError || error instanceof SyntaxError || error instanceof ForeignSnapshot
  );
}

/**
 * {@link postponeDelivery} for a delivery whose processing ended its process, or took too long: what does so
 * once more is among the dead letters.
 */
export async function cutOffDelivery(sql: Sql, eventId: string, deliveryId: string): Promise<void> {
  const { rowCount } = await sql.query(
    "SELECT 1 FROM deliveries WHERE event_id = $1 AND delivery_id = $2 AND state = 'pending'",
    [eventId, deliveryId],
  );
  if (rowCount !== 1) return;
  await postpone(sql, eventId, deliveryId, {
    reason: "processing it was cut off",
    from: MOST_ATTEMPTS - 2,
  });
}

type Failure = {
  reason: string;
  /** Counts at least so many attempts before this one. */
  from?: number;
  /** No later try would change anything. */
  isLast?: boolean;
};

async function postpone(
  sql: Sql,
  eventId: string,
  deliveryId: string,
  { reason, from = 0, isLast = false }: Failure,
): Promise<void> {
  await sql.query(
    "INSERT INTO delivery_failures (event_id, delivery_id, at, reason) VALUES ($1, $2, clock_timestamp(), $3)",
    [eventId, deliveryId, reason],
  );
  await sql.query(
    `UPDATE deliveries SET attempts = greatest(attempts, $7) + 1, last_error = $3,
       state = CASE WHEN $8 OR greatest(attempts, $7) + 1 >= $4 THEN 'dead' ELSE 'pending' END,
       next_attempt_at = clock_timestamp() + make_interval(secs => $5 * power($6::float8, attempts))
     WHERE event_id = $1 AND delivery_id = $2`,
    [eventId, deliveryId, reason, MOST_ATTEMPTS, FIRST_DELAY_SECONDS, DELAY_FACTOR, from, isLast],
  );
}
