export type JoinRefusalReason =
  /** There never was such a link, or its event is gone. */
  | "unknown"
  | "used"
  | "expired"
  /** This browser has a seat in the event already. */
  | "has_seat"
  | "full"
  /** The browser got a newer session in another tab while this was under way. */
  | "session_replaced";

/** A link into a seat that led nowhere, for a reason a person can be told. */
export class JoinRefusal extends Error {
  override readonly name = "JoinRefusal";

  constructor(
    readonly reason: JoinRefusalReason,
    readonly eventId?: string,
  ) {
    super(`joining was refused: ${reason}`);
  }
}
