import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import { answerWhileConnected } from "@/lib/client-signal";
import { answerJson } from "./answer-json";
import { answerDelivery } from "./delivery-endpoint";
import { type GateLimits, PageGate } from "./page-gate";
import { channelsOf } from "./stream-address";
import { StreamEndpoint, type StreamLimits } from "./stream-endpoint";

export type FoyerServer = {
  server: Server;
  /** Stops accepting, ends the streams, lets answers under way be finished, then cuts what is left. */
  close(withinMs: number): Promise<void>;
};

const RELEASE_EVERY_MS = 50;
const DELIVERIES = /^\/api\/webhooks\/revento\/?(?:\?|$)/;

/**
 * The HTTP server in front of Next: it answers deliveries and live streams itself and hands everything
 * else to `next`, a few requests at a time. A sender has 10 s for its headers and 15 s for all of its request. Only
 * with `upgrades` are sockets handed over, which Next wants in development: it never lets go of one
 * whose address it does not know.
 */
export function createFoyerServer(
  next: RequestListener,
  streamLimits: Partial<StreamLimits> = {},
  {
    upgrades = false,
    gateLimits = {},
  }: { upgrades?: boolean; gateLimits?: Partial<GateLimits> } = {},
): FoyerServer {
  const streams = new StreamEndpoint(streamLimits);
  const gate = new PageGate(gateLimits);
  const server = createServer(
    {
      headersTimeout: 10_000,
      requestTimeout: 15_000,
      connectionsCheckingInterval: 1_000,
      keepAliveTimeout: 65_000,
      noDelay: true,
      // A browser holds a cookie for each event whose portal it is signed in to.
      maxHeaderSize: 65_536,
      shouldUpgradeCallback: () => upgrades,
    },
    (request, response) => {
      const url = request.url ?? "";
      if (DELIVERIES.test(url)) return void answerDelivery(request, response);
      const channels = request.method === "GET" ? channelsOf(url) : null;
      if (channels) return void streams.answer(request, response, channels);
      if (!isAddress(url)) return answerJson(response, 400, { error: "invalid" });
      response.once("finish", () => discardRest(request));
      const left = new AbortController();
      response.once("close", () => {
        if (!response.writableFinished) left.abort();
      });
      gate.pass(request, response, () =>
        answerWhileConnected(left.signal, () => next(request, response)),
      );
    },
  );
  return {
    server,
    close: async (withinMs) => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      const cut = setTimeout(() => server.closeAllConnections(), withinMs);
      // A connection kept alive becomes idle only after its answer, and would then be waited for.
      const release = setInterval(() => server.closeIdleConnections(), RELEASE_EVERY_MS);
      await streams.close();
      await closed;
      clearInterval(release);
      clearTimeout(cut);
    },
  };
}

/**
 * Lets what is still to come of an answered request pass unread, until the time for all of it is over. Next
 * holds on to it; a sender that is cut off instead may never see the answer (RFC 9112 9.6).
 */
function discardRest(request: IncomingMessage): void {
  if (request.complete) return;
  request.unpipe();
  for (const event of ["data", "readable"]) request.removeAllListeners(event);
  request.resume();
}

/** Next answers 500 to an address that cannot be decoded. */
function isAddress(url: string): boolean {
  try {
    decodeURIComponent(url.split("?", 1)[0] ?? "");
    return url.startsWith("/");
  } catch {
    return false;
  }
}
