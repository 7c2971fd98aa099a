import type { TokenRefusal } from "@/lib/revento/oauth/refusal-of-outcome";

/** Everything that can stand between a participant and the portal. */
export type SignInRefusalReason =
  | "malformed_callback"
  /** Unknown, used, older than ten minutes, or begun in another browser. */
  | "attempt_unknown"
  | "access_denied"
  | "not_eligible"
  | "revento_refused"
  | TokenRefusal
  /** The answer is for another event, or not for a person. */
  | "wrong_event"
  | "not_connected"
  | "scope_too_small";

/** Ends a sign-in. Nothing was stored. */
export class SignInRefusal extends Error {
  override readonly name = "SignInRefusal";

  constructor(
    readonly reason: SignInRefusalReason,
    options?: { cause?: unknown },
  ) {
    super(`sign-in refused: ${reason}`, options);
  }
}
