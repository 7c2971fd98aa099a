/**
 * What the one registered integration declares (contract 3.5, 3.6, 6.10). Which scopes are required
 * and which optional is assumed (A): the contract only says that both kinds exist.
 */
export const MANIFEST = {
  name: "Foyer",
  installationScopes: { required: ["event.read", "participants.read"], optional: ["program.read"] },
  userScopes: { required: ["profile.read"], optional: ["event.attendance"] },
  declaredWebhookEventTypes: [
    "application.submitted",
    "application.approved",
    "application.rejected",
    "application.revision_requested",
    "participant.registered",
    "participant.profile_updated",
    "activity.updated",
    "activity.capacity_state_changed",
    "event.published",
    "event.unpublished",
    "event.updated",
    "user.revoked_access",
    "integration.connected",
    "integration.suspended",
    "data.deletion_required",
  ],
} as const;

/** The two token types of contract 2.1 and 2.2. */
export type TokenKind = "installation" | "user";

/** The scopes of one token type, required and optional apart (contract 3.5). */
export function scopesOfKind(kind: TokenKind): {
  required: readonly string[];
  optional: readonly string[];
} {
  return kind === "installation" ? MANIFEST.installationScopes : MANIFEST.userScopes;
}
