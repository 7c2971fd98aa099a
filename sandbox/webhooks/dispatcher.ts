import { setTimeout as sleep } from "node:timers/promises";
import type { Clock } from "../clock";
import type { SandboxConfig } from "../config";
import type { DeliveryRow } from "../store/rows";
import type { Store } from "../store/store";
import { type AttemptOutcome, postDelivery } from "./post-delivery";
import { recordOutcome } from "./record-outcome";
import { readWebhookSecrets } from "./webhook-secrets";

const CLOSING_GRACE_MS = 2_000;
const LONGEST_NAP_MS = 60_000;

/**
 * Sends what is queued in the store: one lane per event, in order, unless a lane was widened. What
 * fails waits for its turn on the retry curve; what was in flight when the process died is sent
 * again after the restart (at least once, contract 6.5).
 */
export class Dispatcher {
  readonly #parts: { store: Store; clock: Clock; config: SandboxConfig };
  readonly #lanes = new Set<string>();
  readonly #widths = new Map<string, number>();
  readonly #busy = new Map<string, number>();
  readonly #closing = new AbortController();
  #closed = false;
  #pumpQueued = false;
  #alarm: NodeJS.Timeout | undefined;

  constructor(parts: { store: Store; clock: Clock; config: SandboxConfig }) {
    this.#parts = parts;
    parts.clock.onChange(() => this.kick());
    parts.store.run("UPDATE deliveries SET state = 'queued' WHERE state = 'in_flight'");
    parts.store.run("UPDATE deliveries SET held = 0 WHERE held = 1");
    const lanes = parts.store.rows<{ lane: string }>(
      "SELECT DISTINCT lane FROM deliveries WHERE state = 'queued'",
    );
    for (const { lane } of lanes) this.#lanes.add(lane);
  }

  /** Looks for work as soon as the current transaction has ended. */
  kick(lane?: string): void {
    if (lane) this.#lanes.add(lane);
    if (this.#pumpQueued || this.#closed) return;
    this.#pumpQueued = true;
    setImmediate(() => this.#pump());
  }

  /** How many requests of a lane may be out at once; 1 keeps their order. */
  widen(lane: string, width: number): void {
    this.#widths.set(lane, width);
    this.kick(lane);
  }

  /** Requests out at this moment. */
  get inFlight(): number {
    let total = 0;
    for (const count of this.#busy.values()) total += count;
    return total;
  }

  /** True once nothing is queued or in flight; false if that took longer than `timeoutMs` (real). */
  async settle(timeoutMs: number): Promise<boolean> {
    const deadline = Date.now() + timeoutMs;
    while (this.inFlight > 0 || this.#hasQueued()) {
      if (Date.now() >= deadline) return false;
      await sleep(5);
    }
    return true;
  }

  /** Sends nothing more; gives what is in flight two seconds, then cuts it. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#alarm);
    const deadline = Date.now() + CLOSING_GRACE_MS;
    while (this.inFlight > 0 && Date.now() < deadline) await sleep(5);
    this.#closing.abort();
    while (this.inFlight > 0) await sleep(1);
  }

  #hasQueued(): boolean {
    return (
      this.#parts.store.row("SELECT 1 FROM deliveries WHERE state = 'queued' LIMIT 1") !== undefined
    );
  }

  #pump(): void {
    this.#pumpQueued = false;
    if (this.#closed) return;
    this.#promoteDue();
    for (const lane of this.#lanes) {
      while ((this.#busy.get(lane) ?? 0) < (this.#widths.get(lane) ?? 1)) {
        const next = this.#nextInLane(lane);
        if (!next) {
          this.#lanes.delete(lane);
          break;
        }
        this.#start(next);
      }
    }
    this.#setAlarm();
  }

  #promoteDue(): void {
    const { store, clock } = this.#parts;
    const due = "state = 'waiting' AND next_attempt_at <= ?";
    const now = clock.now();
    const lanes = store.rows<{ lane: string }>(
      `SELECT DISTINCT lane FROM deliveries WHERE ${due}`,
      now,
    );
    if (lanes.length === 0) return;
    store.run(`UPDATE deliveries SET state = 'queued' WHERE ${due}`, now);
    for (const { lane } of lanes) this.#lanes.add(lane);
  }

  #nextInLane(lane: string): DeliveryRow | undefined {
    return this.#parts.store.row<DeliveryRow>(
      "SELECT * FROM deliveries WHERE lane = ? AND state = 'queued' AND held = 0 ORDER BY seq LIMIT 1",
      lane,
    );
  }

  #start(row: DeliveryRow): void {
    const { store } = this.#parts;
    store.run("UPDATE deliveries SET state = 'in_flight' WHERE id = ?", row.id);
    this.#busy.set(row.lane, (this.#busy.get(row.lane) ?? 0) + 1);
    void this.#deliver(row).finally(() => {
      this.#busy.set(row.lane, (this.#busy.get(row.lane) ?? 1) - 1);
      this.kick(row.lane);
    });
  }

  async #deliver(row: DeliveryRow): Promise<void> {
    const { store, clock } = this.#parts;
    if (row.fault === "duplicate") await this.#attempt(row);
    const sentAt = clock.now();
    const outcome = await this.#attempt(row);
    if (this.#closing.signal.aborted && outcome.status === null) return;
    recordOutcome(store, row, outcome, { sentAt, now: clock.now() });
    store.run("UPDATE deliveries SET held = 0 WHERE lane = ? AND held = 1", row.lane);
  }

  #attempt(row: DeliveryRow): Promise<AttemptOutcome> {
    const { store, clock, config } = this.#parts;
    const secret = readWebhookSecrets(store, config)[0] ?? "";
    const forged = row.fault === "bad_signature" && row.attempts === 0;
    const stamps = store.readSetting<string>("webhook_stamps");
    return postDelivery({
      url: config.webhookUrl,
      id: row.id,
      type: row.type,
      body: row.body,
      secret: forged ? `${secret}-not` : secret,
      sentAt: stamps === "real" ? Date.now() : clock.now(),
      signal: this.#closing.signal,
    });
  }

  #setAlarm(): void {
    const { store, clock } = this.#parts;
    clearTimeout(this.#alarm);
    const next = store.row<{ at: number | null }>(
      "SELECT MIN(next_attempt_at) AS at FROM deliveries WHERE state = 'waiting'",
    );
    if (next?.at === null || next?.at === undefined) return;
    const wait = (next.at - clock.now()) / Math.max(clock.speed, 0.001);
    this.#alarm = setTimeout(() => this.kick(), Math.min(Math.max(wait, 1), LONGEST_NAP_MS));
    this.#alarm.unref();
  }
}
