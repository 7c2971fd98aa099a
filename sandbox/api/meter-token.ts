import type { Context, MiddlewareHandler } from "hono";
import type { TokenKind } from "../manifest";
import { suspendIntegration } from "../platform/change-integration";
import type { Platform } from "../platform/platform";
import { PlatformError } from "../platform/platform-error";
import type { SandboxEnv } from "../sandbox-env";
import type { FamilyRow } from "../store/rows";
import { findAuthentication, requireLivingToken } from "./authenticate-request";
import type { RateLimitState } from "./rate-limiter";
import { requireHeaders } from "./require-headers";

/**
 * The gate of every call with a bearer token: headers, token, then the three budgets of contract 5.
 * Leaves the token's family on the context. A place in flight is given back when the answer is
 * ready or the caller has gone, whichever comes first.
 */
export function meterToken(platform: Platform): MiddlewareHandler<SandboxEnv> {
  return async (c, next) => {
    const authentication = findAuthentication(platform, c.req.header("authorization"));
    c.set("family", authentication?.family);
    c.set("tokenId", authentication?.tokenId);
    requireHeaders(c.req.raw.headers);
    const family = requireLivingToken(platform, authentication);
    const release = admit(platform, c, family);
    try {
      await next();
    } finally {
      release();
    }
  };
}

/** The tuple a token stands for; also its name in the request log. */
function bucketOf(family: FamilyRow): string {
  return [family.kind, family.event_id, family.user_id].filter(Boolean).join(":");
}

function admit(platform: Platform, c: Context<SandboxEnv>, family: FamilyRow): () => void {
  const key = bucketOf(family);
  const kind: TokenKind = family.kind === "installation" ? "installation" : "user";
  const now = platform.clock.now();
  const admission = platform.limits.admit(key, kind, now);
  writeHeaders(c, admission.state);
  if (!admission.admitted && platform.limits.isThrashing(key, now)) {
    suspendIntegration(platform, "Too many requests after being told to wait");
  }
  if (!admission.admitted && admission.reason === "rate") {
    c.header("Retry-After", String(admission.retryAfterS));
    throw new PlatformError(429, "rate_limit_exceeded", "Too many requests with this token.");
  }
  if (!admission.admitted) {
    throw new PlatformError(429, "concurrent_limit_exceeded", "Too many requests at once.");
  }
  const inFlight = platform.limits.inFlight(key);
  platform.requests.noteInFlight(key, inFlight);
  c.set("inFlight", inFlight);
  let held = true;
  const release = () => {
    if (held) platform.limits.release(key);
    held = false;
  };
  c.env.outgoing.once("close", release);
  return release;
}

function writeHeaders(c: Context<SandboxEnv>, state: RateLimitState): void {
  c.header("X-RateLimit-Limit", String(state.limit));
  c.header("X-RateLimit-Remaining", String(state.remaining));
  c.header("X-RateLimit-Reset", String(Math.ceil(state.resetAtMs / 1000)));
}
