import { env } from "@/lib/env";
import { LOCAL_OPERATOR } from "./operator";

/**
 * Whether somebody is an operator as Foyer is configured now: by a one-time link only while there is no
 * OIDC issuer, by OIDC only with an address that is in OPERATOR_EMAILS.
 */
export function isAdmitted(name: string): boolean {
  const { OPERATOR_OIDC_ISSUER, OPERATOR_EMAILS } = env();
  if (name === LOCAL_OPERATOR) return !OPERATOR_OIDC_ISSUER;
  return Boolean(OPERATOR_OIDC_ISSUER) && OPERATOR_EMAILS.includes(name);
}
