import { z } from "zod";
import { decideAuthorization } from "../oauth/decide-authorization";
import { readAuthorizationRequest } from "../oauth/read-authorization-request";
import { requirePerson } from "../platform/find-person";
import type { Platform } from "../platform/platform";
import { PlatformError } from "../platform/platform-error";

const Authorize = z.object({
  user_id: z.string(),
  authorize_url: z.url(),
  decision: z.enum(["allow", "deny"]).default("allow"),
  scopes: z.array(z.string()).optional(),
});

/**
 * What a person does on the authorization pages, without a browser; answers where they end up.
 * `scopes` are those granted (all by default); leaving a required one out is refused as the page
 * refuses it. Throws invalid_request where the page would stop without a redirect.
 */
export function authorize(platform: Platform, raw: unknown): { redirect_to: string } {
  const input = Authorize.parse(raw);
  const read = readAuthorizationRequest(platform, new URL(input.authorize_url).searchParams);
  if (read.outcome === "refused") return { redirect_to: read.redirectTo };
  if (read.outcome === "untrusted") throw new PlatformError(400, "invalid_request", read.message);
  const { request } = read;
  const person = requirePerson(platform, input.user_id);
  const granted = input.scopes ?? [...request.scopes.required, ...request.scopes.optional];
  const missing = request.scopes.required.find((scope) => !granted.includes(scope));
  if (missing && input.decision === "allow") {
    throw new PlatformError(400, "invalid_scope", `${missing} is required: all or nothing.`);
  }
  const optionalScopes = granted.filter((scope) => !request.scopes.required.includes(scope));
  const decision =
    input.decision === "allow"
      ? { answer: "allow" as const, optionalScopes }
      : { answer: "deny" as const };
  return { redirect_to: decideAuthorization(platform, request, person, decision) };
}
