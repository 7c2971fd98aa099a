import { createHash, timingSafeEqual } from "node:crypto";
import { connectEvent } from "../platform/connect-event";
import { findEvent } from "../platform/find-event";
import type { Platform } from "../platform/platform";
import type { CodeRow, FamilyRow } from "../store/rows";
import { issueTokens, type TokenAnswer } from "./issue-tokens";
import { OAuthError } from "./oauth-error";
import { hashToken } from "./opaque-token";
import { revokeFamilies } from "./revoke-families";

export type CodeExchange = { code: string; redirectUri: string; codeVerifier: string };

/**
 * Turns a code into tokens (contract 3.3). A code works once, for 60 s, with its own redirect_uri
 * and PKCE verifier; used again, it also kills what it had brought (RFC 6749 4.1.2). The tokens of
 * the same tuple issued before die: there is one per tuple (2.1, 2.2). Throws OAuthError.
 */
export function exchangeCode(platform: Platform, exchange: CodeExchange): TokenAnswer {
  const { store, clock } = platform;
  const hash = hashToken(exchange.code);
  const code = store.row<CodeRow>("SELECT * FROM codes WHERE code_hash = ?", hash);
  if (!code) throw new OAuthError("invalid_grant", "The code is unknown.");
  if (code.used_at !== null) {
    if (code.family_id !== null) {
      revokeFamilies(platform, { familyId: code.family_id }, "code used twice");
    }
    throw new OAuthError("invalid_grant", "The code was used before.");
  }
  store.run("UPDATE codes SET used_at = ? WHERE code_hash = ?", clock.now(), hash);
  if (clock.now() >= code.expires_at)
    throw new OAuthError("invalid_grant", "The code has expired.");
  if (code.redirect_uri !== exchange.redirectUri) {
    throw new OAuthError("invalid_grant", "The redirect_uri is not the one the code was made for.");
  }
  if (!matchesChallenge(exchange.codeVerifier, code.code_challenge)) {
    throw new OAuthError("invalid_grant", "The code_verifier does not match.");
  }
  return store.transaction(() => {
    const family = createFamily(platform, code);
    store.run("UPDATE codes SET family_id = ? WHERE code_hash = ?", family.id, hash);
    if (family.kind === "installation") connectEvent(platform, family);
    return issueTokens(platform, family);
  });
}

function createFamily(platform: Platform, code: CodeRow): FamilyRow {
  const event = findEvent(platform, code.event_id);
  if (!event) throw new OAuthError("invalid_grant", "The event is gone.");
  const userId = code.kind === "user" ? code.user_id : null;
  const tuple =
    userId === null
      ? { eventId: event.id, kind: "installation" as const }
      : { eventId: event.id, kind: "user" as const, userId };
  revokeFamilies(platform, tuple, "replaced by a new consent");
  const family = {
    kind: code.kind,
    event_id: event.id,
    organization_id: event.organization_id,
    user_id: userId,
    scope: code.scope,
    first_issued_at: platform.clock.now(),
    revoked_at: null,
    revoke_reason: null,
  };
  return { id: platform.store.insert("families", family), ...family };
}

/** RFC 7636 4.6, S256. */
function matchesChallenge(verifier: string, challenge: string): boolean {
  if (!/^[\w.~-]{43,128}$/.test(verifier)) return false;
  const derived = createHash("sha256").update(verifier).digest("base64url");
  return timingSafeEqual(Buffer.from(derived), Buffer.from(challenge));
}
