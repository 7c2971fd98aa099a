import { randomUUID } from "node:crypto";
import type { Platform } from "../platform/platform";
import { formatTime } from "../wire/format-time";

const REORDER_PATIENCE_MS = 2_000;
const INTEGRATION_LANE = "integration";

/** What happened, to be told to the integration; `occurredAt` in epoch ms. */
export type Happening = {
  eventId: string | null;
  organizationId: string | null;
  type: string;
  occurredAt: number;
  data: unknown;
};

let muted = false;

/** Runs a change whose webhooks are never sent: the missed delivery of contract 6.8. */
export function withoutWebhooks<T>(work: () => T): T {
  muted = true;
  try {
    return work();
  } finally {
    muted = false;
  }
}

/**
 * Queues one delivery in the current transaction (envelope of contract 6.3) and wakes the dispatcher.
 * A fault armed for deliveries is spent here.
 */
export function queueDelivery(platform: Platform, happening: Happening): void {
  if (muted) return;
  const { store, clock } = platform;
  const fault = platform.faults.takeForDelivery(happening.type);
  const lane = happening.eventId ?? INTEGRATION_LANE;
  const late = fault?.kind === "late";
  const held = fault?.kind === "reorder";
  store.insert("deliveries", {
    id: randomUUID(),
    lane,
    event_id: happening.eventId,
    type: happening.type,
    body: writeEnvelope(happening),
    occurred_at: happening.occurredAt,
    state: fault?.kind === "drop" ? "dropped" : late ? "waiting" : "queued",
    held: held ? 1 : 0,
    fault: fault?.kind ?? null,
    attempts: 0,
    next_attempt_at: late ? clock.now() + (fault.delay_ms ?? 60_000) : null,
  });
  platform.webhooks.kick(lane);
  if (held) releaseLater(platform, lane, fault.delay_ms ?? REORDER_PATIENCE_MS);
}

function writeEnvelope(happening: Happening): string {
  return JSON.stringify({
    id: `whe_${randomUUID()}`,
    type: happening.type,
    occurred_at: formatTime(happening.occurredAt),
    event_id: happening.eventId,
    organization_id: happening.organizationId,
    data: happening.data,
  });
}

/** A reordered delivery goes out behind the next one of its event, or after a while without one. */
function releaseLater(platform: Platform, lane: string, delayMs: number): void {
  const timer = setTimeout(() => {
    if (!platform.store.isOpen) return;
    platform.store.run("UPDATE deliveries SET held = 0 WHERE lane = ? AND held = 1", lane);
    platform.webhooks.kick(lane);
  }, delayMs);
  timer.unref();
}
