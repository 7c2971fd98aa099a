import { env } from "@/lib/env";

/** How operators sign in here: at an OIDC issuer, shown by its host, or with one-time links (null). */
export function listSignInWays(): { issuer: string | null } {
  const { OPERATOR_OIDC_ISSUER } = env();
  return { issuer: OPERATOR_OIDC_ISSUER ? new URL(OPERATOR_OIDC_ISSUER).host : null };
}
