import type { TokenKind } from "../manifest";

const HOUR_MS = 3_600_000;
const BURST_MS = 60_000;
const THRASHING = { refusals: 100, withinMs: 600_000 };

/** The budgets of contract 5. */
const LIMITS = {
  installation: { hour: 500, burst: 30, inFlight: 5 },
  user: { hour: 200, burst: 20, inFlight: 5 },
} as const;

/** What the X-RateLimit headers are made of; `resetAtMs` in epoch ms of the platform. */
export type RateLimitState = { limit: number; remaining: number; resetAtMs: number };

export type Admission =
  | { admitted: true; state: RateLimitState }
  | { admitted: false; reason: "rate"; state: RateLimitState; retryAfterS: number }
  | { admitted: false; reason: "concurrency"; state: RateLimitState };

type Bucket = { hits: number[]; refusals: number[]; inFlight: number };

/**
 * Counts requests per token in rolling windows of an hour and of 60 s, and those in flight. A token
 * here is the tuple it stands for, so a refresh brings no new budget; a refused request costs
 * nothing (both A). Times are epoch ms of the platform.
 */
export class RateLimiter {
  #buckets = new Map<string, Bucket>();

  admit(key: string, kind: TokenKind, now: number): Admission {
    const bucket = this.#bucket(key, now);
    const limits = LIMITS[kind];
    if (bucket.inFlight >= limits.inFlight) {
      return { admitted: false, reason: "concurrency", state: this.#state(bucket, kind, now) };
    }
    const state = this.#state(bucket, kind, now);
    if (state.remaining <= 0) {
      const retryAfterS = Math.max(1, Math.ceil((state.resetAtMs - now) / 1000));
      return { admitted: false, reason: "rate", state, retryAfterS };
    }
    bucket.hits.push(now);
    bucket.inFlight += 1;
    return { admitted: true, state: this.#state(bucket, kind, now) };
  }

  /** Notes a 429. True once they have become so many that Revento loses its patience (A: 100 in 10 min). */
  isThrashing(key: string, now: number): boolean {
    const bucket = this.#bucket(key, now);
    bucket.refusals = bucket.refusals.filter((at) => at > now - THRASHING.withinMs && at <= now);
    bucket.refusals.push(now);
    return bucket.refusals.length >= THRASHING.refusals;
  }

  release(key: string): void {
    const bucket = this.#buckets.get(key);
    if (bucket) bucket.inFlight = Math.max(0, bucket.inFlight - 1);
  }

  inFlight(key: string): number {
    return this.#buckets.get(key)?.inFlight ?? 0;
  }

  clear(): void {
    for (const bucket of this.#buckets.values()) {
      bucket.hits = [];
      bucket.refusals = [];
    }
  }

  #bucket(key: string, now: number): Bucket {
    const bucket = this.#buckets.get(key) ?? { hits: [], refusals: [], inFlight: 0 };
    bucket.hits = bucket.hits.filter((at) => at > now - HOUR_MS && at <= now);
    this.#buckets.set(key, bucket);
    return bucket;
  }

  /** The headers speak of the window with the fewest requests left (A). */
  #state(bucket: Bucket, kind: TokenKind, now: number): RateLimitState {
    const recent = bucket.hits.filter((at) => at > now - BURST_MS);
    const hour = windowState(bucket.hits, LIMITS[kind].hour, HOUR_MS, now);
    const burst = windowState(recent, LIMITS[kind].burst, BURST_MS, now);
    if (hour.remaining === 0 && burst.remaining === 0) {
      return hour.resetAtMs > burst.resetAtMs ? hour : burst;
    }
    return hour.remaining < burst.remaining ? hour : burst;
  }
}

/** `resetAtMs` is the moment at which the window has room for one request more than now. */
function windowState(hits: number[], limit: number, windowMs: number, now: number): RateLimitState {
  const oldest = hits[Math.max(0, hits.length - limit)];
  const resetAtMs = (oldest ?? now) + windowMs;
  return { limit, remaining: Math.max(0, limit - hits.length), resetAtMs };
}
