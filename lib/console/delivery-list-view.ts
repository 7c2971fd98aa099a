/** A delivery as the operators' list shows it. `eventId` is null for the integration as a whole. */
export type DeliveryRowView = {
  eventId: string | null;
  deliveryId: string;
  type: string;
  state: "pending" | "processed" | "dead";
  outcome: string | null;
  occurredAt: string;
  receivedAt: string;
  attempts: number;
  nextAttemptAt: string | null;
  processedAt: string | null;
  /** Why the last attempt came to nothing, in words. */
  problem: string | null;
  /** Whether the payload is still kept: without it there is nothing to replay. */
  hasBody: boolean;
};

export type DeliveryListView = {
  rows: DeliveryRowView[];
  nextCursor: string | null;
  /** How many the filter matches, counted up to 10,000. */
  total: number;
  /** Of all events, whatever the filter. */
  counts: { waiting: number; dead: number; unknownTypes: number };
};

export type UnknownTypeView = { type: string; count: number; events: number; lastAt: string };

export type DeliveryDetailView = {
  delivery: DeliveryRowView;
  /** As they came (contract 6.1), the signature shortened. */
  headers: { name: string; value: string }[];
  envelopeId: string;
  /** Pretty JSON: masked, or whole while the glass of its event is broken; null when it is no longer kept. */
  body: string | null;
  isMasked: boolean;
  failures: { at: string; reason: string }[];
  /** The glass that this operator has broken for the event; null: none is. */
  glass: { reason: string; expiresAt: string } | null;
};

/** What replaying one delivery would come to, found out without doing it. */
export type ReplayForecastView = {
  eventId: string | null;
  deliveryId: string;
  type: string;
  /** applies, unchanged, older, event_gone, ends_connection, unknown_type, fails, no_payload */
  verdict: string;
  /** Why it would fail, in words. */
  problem: string | null;
  /** What it would change of a participant, the first 20 fields; values as in the masked body. */
  changes: ForecastChangeView[];
};

export type ForecastChangeView = { field: string; before: string; after: string };

export type ReplayPreviewView = {
  forecasts: ReplayForecastView[];
  verdicts: Record<string, number>;
  /** How many the filter matches; the forecasts are of the first 500, oldest first. */
  total: number;
};
