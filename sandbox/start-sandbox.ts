import { createAdaptorServer, type ServerType } from "@hono/node-server";
import type { Hono } from "hono";
import { RateLimiter } from "./api/rate-limiter";
import { Clock } from "./clock";
import { SandboxConfig, type SandboxConfigInput } from "./config";
import { FaultBox } from "./control/fault-box";
import { RequestLog } from "./control/request-log";
import { createApp } from "./create-app";
import type { Platform } from "./platform/platform";
import type { SandboxEnv } from "./sandbox-env";
import { seedWorld } from "./seed/seed-world";
import { Store } from "./store/store";
import { Dispatcher } from "./webhooks/dispatcher";

/** A running sandbox. `url` has no slash at its end. */
export type RunningSandbox = { url: string; port: number; close(): Promise<void> };

/**
 * Starts the platform in this process; port 0 takes any free one. Closing it lets webhooks in flight
 * finish for two seconds and keeps what is in the state folder. Rejects if the port is taken.
 */
export async function startSandbox(input: SandboxConfigInput = {}): Promise<RunningSandbox> {
  const config = SandboxConfig.parse(input);
  let app: Hono<SandboxEnv> | undefined;
  const server = createAdaptorServer({
    fetch: (request, env) => app?.fetch(request, env) ?? new Response(null, { status: 503 }),
  });
  // The port first: a second sandbox must not touch the state of the one that is running.
  const port = await listen(server, config.port, config.host);
  const platform = createPlatform(config);
  app = createApp(platform);
  platform.webhooks.kick();
  const url = config.publicUrl?.replace(/\/$/, "") ?? `http://localhost:${port}`;
  return { url, port, close: () => close(server, platform) };
}

function createPlatform(config: SandboxConfig): Platform {
  const store = new Store(config.stateDir);
  const clock = new Clock(store);
  seedWorld(store, clock.now());
  return {
    config,
    store,
    clock,
    webhooks: new Dispatcher({ store, clock, config }),
    faults: new FaultBox(),
    requests: new RequestLog(),
    limits: new RateLimiter(),
  };
}

function listen(server: ServerType, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : port);
    });
  });
}

async function close(server: ServerType, platform: Platform): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  if ("closeAllConnections" in server) server.closeAllConnections();
  await platform.webhooks.close();
  await closed;
  platform.store.close();
}
