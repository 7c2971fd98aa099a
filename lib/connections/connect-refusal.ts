import type { TokenRefusal } from "@/lib/revento/oauth/refusal-of-outcome";

/** Everything that can stand between an organizer and a connection. */
export type ConnectRefusalReason =
  | "malformed_callback"
  | "state_unknown"
  | "state_expired"
  | "other_browser"
  | "access_denied"
  | "organization_not_eligible"
  | "suspended"
  | "unknown_event"
  | "revento_refused"
  | TokenRefusal
  | "wrong_event"
  | "other_organization"
  | "being_erased"
  | "scope_too_small"
  | "session_ended";

/** Ends a connect. `eventId` is known once the state was; with it the organizer can try again. */
export class ConnectRefusal extends Error {
  override readonly name = "ConnectRefusal";

  constructor(
    readonly reason: ConnectRefusalReason,
    readonly eventId?: string,
    options?: { cause?: unknown },
    /** Revento's own sentence, where it gave one. */
    readonly said?: string,
  ) {
    super(`connect refused: ${reason}`, options);
  }
}
