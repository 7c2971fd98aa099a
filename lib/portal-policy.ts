import { env } from "@/lib/env";

/**
 * The Content-Security-Policy of one answer of the portal: scripts of this page only (`nonce`, base64),
 * nothing from elsewhere, forms to us and to Revento's sign-in, frames of REVENTO_FRAME_ORIGINS or of
 * nobody. React's and Next's development tools evaluate code and write style elements.
 */
export function portalPolicy(nonce: string): string {
  const { NODE_ENV, REVENTO_AUTH_URL, REVENTO_FRAME_ORIGINS } = env();
  const isDev = NODE_ENV === "development";
  const framers = REVENTO_FRAME_ORIGINS.length > 0 ? REVENTO_FRAME_ORIGINS.join(" ") : "'none'";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDev ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${isDev ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    // Positions and sizes that components compute.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "frame-src 'none'",
    "base-uri 'none'",
    `form-action 'self' ${new URL(REVENTO_AUTH_URL).origin}`,
    `frame-ancestors ${framers}`,
  ].join("; ");
}
