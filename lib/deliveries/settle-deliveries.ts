import { ZodError } from "zod";
import type { Sql } from "@/lib/db";
import type { Outcome } from "./delivery";

const MOST_ATTEMPTS = 8;
const FIRST_DELAY_SECONDS = 5;
const DELAY_FACTOR = 3;
const LONGEST_ERROR = 300;

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
 * an hour), and among the dead letters after the eighth time. Each failure stays on record.
 */
export async function postponeDelivery(
  sql: Sql,
  eventId: string,
  deliveryId: string,
  error: unknown,
): Promise<void> {
  const reason = reasonOf(error);
  await sql.query(
    "INSERT INTO delivery_failures (event_id, delivery_id, at, reason) VALUES ($1, $2, clock_timestamp(), $3)",
    [eventId, deliveryId, reason],
  );
  await sql.query(
    `UPDATE deliveries SET attempts = attempts + 1, last_error = $3,
       state = CASE WHEN attempts + 1 >= $4 THEN 'dead' ELSE 'pending' END,
       next_attempt_at = clock_timestamp() + make_interval(secs => $5 * power($6::float8, attempts))
     WHERE event_id = $1 AND delivery_id = $2`,
    [eventId, deliveryId, reason, MOST_ATTEMPTS, FIRST_DELAY_SECONDS, DELAY_FACTOR],
  );
}

/** Why a delivery could not be applied. Never shows a value: neither PostgreSQL's messages nor a body belong into a column people read. */
export function reasonOf(error: unknown): string {
  if (error instanceof ZodError) {
    const problems = error.issues.map(({ path, code }) => `${path.join(".")} (${code})`);
    return `not as the contract says: ${problems.join(", ")}`.slice(0, LONGEST_ERROR);
  }
  if (error instanceof Error && "code" in error) return `database error ${String(error.code)}`;
  return (error instanceof Error ? error.message : "unknown error").slice(0, LONGEST_ERROR);
}
