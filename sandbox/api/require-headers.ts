import { PlatformError } from "../platform/platform-error";

const VERSION = "application/vnd.revento.v1+json";
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * The headers every request must carry (contract 4). That their absence is a 400 `invalid_request`
 * is assumed (A): a sandbox should rather refuse too much than too little.
 */
export function requireHeaders(headers: Headers): void {
  const accepted = (headers.get("accept") ?? "")
    .split(",")
    .map((part) => part.split(";")[0]?.trim());
  if (!accepted.includes(VERSION)) {
    throw new PlatformError(400, "invalid_request", `Send "Accept: ${VERSION}".`);
  }
  if (!isRequestId(headers.get("x-revento-request-id"))) {
    throw new PlatformError(400, "invalid_request", "X-Revento-Request-Id must be a UUID.");
  }
}

/** Whether this is a UUID, as request ids must be. */
export function isRequestId(value: string | null | undefined): value is string {
  return UUID.test(value ?? "");
}
