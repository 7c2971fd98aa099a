export type OperatorRefusalReason =
  | "link_unknown"
  | "links_off"
  | "oidc_off"
  | "malformed_callback"
  | "state_unknown"
  | "state_expired"
  | "other_browser"
  | "cancelled"
  | "provider_refused"
  | "provider_unreachable"
  | "provider_unclear"
  | "email_missing"
  | "email_unverified"
  | "not_listed";

/** A sign-in to the console that came to nothing, for a reason a person can be told. */
export class OperatorRefusal extends Error {
  override readonly name = "OperatorRefusal";

  constructor(
    readonly reason: OperatorRefusalReason,
    options?: { cause?: unknown },
  ) {
    super(`the sign-in was refused: ${reason}`, options);
  }
}
