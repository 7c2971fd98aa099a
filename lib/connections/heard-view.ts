/** How fresh what Foyer holds of an event can be. Times are ISO 8601 in UTC. */
export type HeardView = {
  lastDeliveryAt: string | null;
  /** When Revento last told of this event, by a delivery or a full read. */
  heardAt: string | null;
  /** Since when Revento does not answer; null while it does. */
  awaySince: string | null;
};
