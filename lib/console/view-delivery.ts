import type { DeliveryRowView } from "./delivery-list-view";
import { explainFailure } from "./explain-failure";

/** A row of deliveries without its body. */
export type DeliveryRecord = {
  event_id: string;
  delivery_id: string;
  type: string;
  state: DeliveryRowView["state"];
  outcome: string | null;
  occurred_at: Date;
  received_at: Date;
  attempts: number;
  next_attempt_at: Date;
  processed_at: Date | null;
  last_error: string | null;
  has_body: boolean;
};

/** The columns of a {@link DeliveryRecord}, of a row `d`. */
export const DELIVERY_COLUMNS = `d.event_id, d.delivery_id, d.type, d.state, d.outcome, d.occurred_at,
  d.received_at, d.attempts, d.next_attempt_at, d.processed_at, d.last_error,
  d.body IS NOT NULL AS has_body`;

/** A delivery as operators see it in a list: nothing of its body. */
export function viewDelivery(record: DeliveryRecord): DeliveryRowView {
  return {
    eventId: record.event_id || null,
    deliveryId: record.delivery_id,
    type: record.type,
    state: record.state,
    outcome: record.outcome,
    occurredAt: record.occurred_at.toISOString(),
    receivedAt: record.received_at.toISOString(),
    attempts: record.attempts,
    nextAttemptAt: record.state === "pending" ? record.next_attempt_at.toISOString() : null,
    processedAt: record.processed_at?.toISOString() ?? null,
    problem: record.last_error === null ? null : explainFailure(record.last_error),
    hasBody: record.has_body,
  };
}
