import { env } from "@/lib/env";

/**
 * The Content-Security-Policy of one page that Next renders: scripts of this page only (`nonce`, base64),
 * nothing from elsewhere, forms to us and to `forms`, frames of `framers` (an origin each) or of nobody.
 * React's and Next's development tools evaluate code and write style elements.
 */
export function pagePolicy(nonce: string, forms: string[], framers: string[]): string {
  const isDev = env().NODE_ENV === "development";
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
    `form-action ${["'self'", ...forms].join(" ")}`,
    `frame-ancestors ${framers.length > 0 ? framers.join(" ") : "'none'"}`,
  ].join("; ");
}
