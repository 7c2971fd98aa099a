import type { ChangeTopic } from "./stream-message";

/** What a moment's changes come to. `all`: everything may be out of date. No ids of a topic: any. */
export type ChangeBatch = { all: boolean; topics: Map<ChangeTopic, Set<string> | "any"> };

const SHORTEST_GAP_MS = 250;

/**
 * Gathers changes and hands them on in batches: one at a time, and never sooner than 250 ms after the
 * one before began, so that a storm of deliveries is a few refetches a second.
 */
export class ChangeBatcher {
  #batch: ChangeBatch = { all: false, topics: new Map() };
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isRunning = false;
  #startedAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly apply: (batch: ChangeBatch) => Promise<unknown>) {}

  addAll(): void {
    this.#batch.all = true;
    this.#schedule();
  }

  add(topic: ChangeTopic, ids: string[]): void {
    const known = this.#batch.topics.get(topic);
    if (known !== "any") {
      this.#batch.topics.set(topic, ids.length === 0 ? "any" : new Set([...(known ?? []), ...ids]));
    }
    this.#schedule();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#isRunning = true;
  }

  #schedule(): void {
    if (this.#isRunning || this.#timer !== undefined) return;
    const waitMs = Math.max(0, this.#startedAt + SHORTEST_GAP_MS - performance.now());
    this.#timer = setTimeout(() => void this.#run(), waitMs);
  }

  async #run(): Promise<void> {
    this.#timer = undefined;
    const batch = this.#batch;
    this.#batch = { all: false, topics: new Map() };
    this.#isRunning = true;
    this.#startedAt = performance.now();
    try {
      await this.apply(batch);
    } finally {
      this.#isRunning = false;
      if (this.#batch.all || this.#batch.topics.size > 0) this.#schedule();
    }
  }
}
