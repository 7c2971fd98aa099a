import { env } from "@/lib/env";
import { pagePolicy } from "@/lib/page-policy";

/** The policy of one page of the portal: forms to Revento's sign-in too, frames of REVENTO_FRAME_ORIGINS. */
export function portalPolicy(nonce: string): string {
  const { REVENTO_AUTH_URL, REVENTO_FRAME_ORIGINS } = env();
  return pagePolicy(nonce, [new URL(REVENTO_AUTH_URL).origin], REVENTO_FRAME_ORIGINS);
}
