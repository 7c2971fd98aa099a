/** A stored delivery that waits to be processed. */
export type Delivery = {
  deliveryId: string;
  type: string;
  envelopeId: string;
  /** On Revento's clock. */
  occurredAt: Date;
  receivedAt: Date;
  body: Buffer;
};

/** What processing came to. */
export type Outcome =
  | "applied"
  | "unchanged"
  /** Something newer was known. */
  | "older"
  /** There is no live connection that it could belong to. */
  | "no_connection"
  /** The mirror is being emptied; the full read that follows brings what this says. */
  | "before_sync"
  | "unknown_type"
  /** The person signed in within the same second: Revento is asked what came last. */
  | "in_doubt";
