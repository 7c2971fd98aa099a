import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { pagePolicy } from "@/lib/page-policy";
import { portalPolicy } from "@/lib/portal-policy";

const POLICY = "Content-Security-Policy";

/**
 * Gives the portal's pages, and the console's, the policy that the environment of this process asks
 * for; headers of next.config.ts are fixed by the build. What is set here takes the place of theirs, so
 * that a page which does not come by here keeps their `frame-ancestors 'none'`. Next puts the nonce of
 * the request on its own scripts.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = randomBytes(16).toString("base64");
  const isConsole = request.nextUrl.pathname.startsWith("/admin");
  const policy = isConsole ? pagePolicy(nonce, [], []) : portalPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set(POLICY, policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set(POLICY, policy);
  if (isConsole) response.headers.set("X-Robots-Tag", "noindex");
  return response;
}

// The portal's pages and the console's by name. A page that is not named, such as the one for an
// address without a page, is made at build time without a nonce. Never wider than these: what comes by
// here is slower, and bodies over 10 MB are cut without a word.
export const config = {
  matcher: [
    "/portal/:eventId",
    "/portal/:eventId/(program|agenda|me|sign-in)",
    "/admin",
    "/admin/(sign-in|connections|deliveries|erasures|jobs|suspension|installations|actions)",
    "/admin/connections/:eventId",
    "/admin/deliveries/:eventId/:deliveryId",
  ],
};
