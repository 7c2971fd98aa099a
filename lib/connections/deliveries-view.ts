/** The last deliveries of an event, the newest first. Times are ISO 8601 in UTC. */
export type DeliveriesView = {
  id: string;
  type: string;
  occurredAt: string;
  receivedAt: string;
  state: string;
  outcome: string | null;
}[];
