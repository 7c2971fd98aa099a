import { Hono } from "hono";
import { z } from "zod";
import { requireEvent } from "../platform/find-event";
import type { Platform } from "../platform/platform";
import { redeliver } from "../platform/redeliver";
import type { SandboxEnv } from "../sandbox-env";
import type { ParticipantRow } from "../store/rows";
import { formatParticipant } from "../wire/format-participant";
import { act } from "./act";
import { authorize } from "./authorize";
import { Fault } from "./fault-box";
import { flood } from "./flood";
import { listDeliveries } from "./list-deliveries";
import { requireLoopback } from "./require-loopback";
import { resetPlatform } from "./reset-platform";

const ClockInput = z.object({
  advance_ms: z.number().optional(),
  set: z
    .union([z.number(), z.iso.datetime({ offset: true }).transform((text) => Date.parse(text))])
    .optional(),
  speed: z.number().positive().max(100_000).optional(),
  webhook_stamps: z.enum(["clock", "real"]).optional(),
});
const Settle = z.object({ timeout_ms: z.number().min(0).default(10_000) });

/** `/_control/…`: JSON for tests, from this machine only. */
export function controlRoutes(platform: Platform): Hono<SandboxEnv> {
  const routes = new Hono<SandboxEnv>();
  routes.use(requireLoopback);
  routes.post("/reset", (c) => {
    resetPlatform(platform);
    return c.json({ ok: true });
  });
  routes.get("/clock", (c) => c.json(viewClock(platform)));
  routes.post("/clock", async (c) => {
    const { webhook_stamps: stamps, ...change } = ClockInput.parse(await c.req.json());
    if (stamps) platform.store.writeSetting("webhook_stamps", stamps);
    platform.clock.change({
      ...(change.advance_ms === undefined ? {} : { advance_ms: change.advance_ms }),
      ...(change.set === undefined ? {} : { set: change.set }),
      ...(change.speed === undefined ? {} : { speed: change.speed }),
    });
    return c.json(viewClock(platform));
  });
  routes.post("/act", async (c) => c.json({ result: act(platform, await c.req.json()) }));
  routes.post("/authorize", async (c) => c.json(authorize(platform, await c.req.json())));
  routes.post("/flood", async (c) => c.json(await flood(platform, await c.req.json())));
  routes.get("/participants", (c) =>
    c.json({ data: listTruth(platform, c.req.query("event_id") ?? "") }),
  );
  routes.route("/", faultRoutes(platform));
  routes.route("/", logRoutes(platform));
  routes.route("/deliveries", deliveryRoutes(platform));
  return routes;
}

function faultRoutes(platform: Platform): Hono<SandboxEnv> {
  const routes = new Hono<SandboxEnv>();
  routes.get("/faults", (c) => c.json({ data: platform.faults.list() }));
  routes.post("/faults", async (c) => {
    platform.faults.arm(Fault.parse(await c.req.json()));
    return c.json({ data: platform.faults.list() });
  });
  routes.delete("/faults", (c) => {
    platform.faults.clear();
    return c.json({ ok: true });
  });
  return routes;
}

function logRoutes(platform: Platform): Hono<SandboxEnv> {
  const routes = new Hono<SandboxEnv>();
  const clear = () => platform.requests.clear();
  routes.get("/requests", (c) =>
    c.json({ data: platform.requests.since(Number(c.req.query("since") ?? 0)) }),
  );
  routes.get("/counters", (c) => c.json(platform.requests.counters()));
  routes.delete("/requests", (c) => {
    clear();
    return c.json({ ok: true });
  });
  routes.delete("/counters", (c) => {
    clear();
    return c.json({ ok: true });
  });
  return routes;
}

function deliveryRoutes(platform: Platform): Hono<SandboxEnv> {
  const routes = new Hono<SandboxEnv>();
  routes.get("/", (c) => c.json({ data: listDeliveries(platform) }));
  routes.post("/settle", async (c) => {
    const text = await c.req.text();
    const { timeout_ms: timeoutMs } = Settle.parse(text === "" ? {} : JSON.parse(text));
    return c.json({ settled: await platform.webhooks.settle(timeoutMs) });
  });
  routes.post("/:id/redeliver", (c) => {
    redeliver(platform, c.req.param("id"));
    return c.json({ ok: true });
  });
  return routes;
}

function viewClock(platform: Platform) {
  const now = platform.clock.now();
  return {
    now: new Date(now).toISOString(),
    now_ms: now,
    speed: platform.clock.speed,
    webhook_stamps: platform.store.readSetting<string>("webhook_stamps") ?? "clock",
  };
}

function listTruth(platform: Platform, eventId: string) {
  const event = requireEvent(platform, eventId);
  return platform.store
    .rows<ParticipantRow>("SELECT * FROM participants WHERE event_id = ? ORDER BY seq", event.id)
    .map(formatParticipant);
}
