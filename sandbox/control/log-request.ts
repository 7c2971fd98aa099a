import { randomUUID } from "node:crypto";
import type { Context, MiddlewareHandler } from "hono";
import { isRequestId } from "../api/require-headers";
import type { Platform } from "../platform/platform";
import type { SandboxEnv } from "../sandbox-env";
import type { LoggedRequest } from "./request-log";

/**
 * Writes every request to the log, echoes its request id (contract 4), dates the answer by the
 * platform's clock, and counts it under its
 * endpoint and status. A request whose caller hung up keeps a null status.
 */
export function logRequest(platform: Platform): MiddlewareHandler<SandboxEnv> {
  let inFlight = 0;
  return async (c, next) => {
    const given = c.req.header("x-revento-request-id");
    const requestId = isRequestId(given) ? given : randomUUID();
    c.set("requestId", requestId);
    inFlight += 1;
    const url = new URL(c.req.url);
    const entry: LoggedRequest = {
      at: platform.clock.now(),
      method: c.req.method,
      path: url.pathname,
      query: url.search.slice(1),
      token_id: null,
      token_kind: null,
      event_id: null,
      status: null,
      request_id: requestId,
      in_flight: inFlight,
    };
    platform.requests.add(entry);
    try {
      await next();
      c.res.headers.set("X-Revento-Request-Id", requestId);
      c.res.headers.set("Date", new Date(platform.clock.now()).toUTCString());
    } finally {
      inFlight -= 1;
      complete(entry, c);
      const status = String(entry.status ?? "cut");
      platform.requests.count(endpointOf(c.req.method, url.pathname), status);
    }
  };
}

/** Adds what is known only once the request has been handled. */
function complete(entry: LoggedRequest, c: Context<SandboxEnv>): void {
  const family = c.get("family");
  entry.token_id = c.get("tokenId") ?? null;
  entry.token_kind = family?.kind ?? null;
  entry.event_id = family?.event_id ?? null;
  entry.in_flight = c.get("inFlight") ?? entry.in_flight;
  const { incoming, outgoing } = c.env;
  entry.status = incoming.socket.destroyed || outgoing.destroyed ? null : c.res.status;
}

/** `GET /api/v1/events/:id/participants` for a path with an id in it. */
function endpointOf(method: string, path: string): string {
  return `${method} ${path.replace(/\/(?:evt|int)_[^/]+/g, "/:id")}`;
}
