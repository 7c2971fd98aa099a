import type { ChangeTopic } from "./stream-message";

/** What a moment's changes come to. `all`: everything may be out of date. No ids of a topic: any. */
export type ChangeBatch = { all: boolean; topics: Map<ChangeTopic, Set<string> | "any"> };

export type Urgency = (topic: ChangeTopic, ids: readonly string[]) => boolean;

type Options = {
  apply: (batch: ChangeBatch) => Promise<unknown>;
  /** Whether somebody sees what changed: that comes sooner under constant change. */
  isUrgent: Urgency;
  /** Nobody looks at the page: its changes wait until somebody does, and `look` is called. */
  isHidden: () => boolean;
};

const SHORTEST_GAP_MS = 250;
const LONGEST_URGENT_GAP_MS = 1_000;
const LONGEST_GAP_MS = 2_000;
/** What answers take so long must not be asked for all the time. */
const SHARE_OF_ANSWERS = 3;
/** Pages that are told the same at the same moment do not ask at the same moment. */
const JITTER = 0.15;
const SPREAD_MS = 100;

/**
 * Gathers changes and hands them on in batches, one at a time. Under constant change the gap from one to the next
 * grows from 250 ms to 2 s, or 1 s where somebody sees what changed, and to three times what the answers take.
 */
export class ChangeBatcher {
  #batch: ChangeBatch = { all: false, topics: new Map() };
  #isUrgent = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isRunning = false;
  #isStopped = false;
  #startedAt = Number.NEGATIVE_INFINITY;
  #gapMs = SHORTEST_GAP_MS;
  #tookMs = 0;

  constructor(private readonly options: Options) {}

  addAll(): void {
    this.#batch.all = true;
    this.#isUrgent = true;
    this.#schedule();
  }

  add(topic: ChangeTopic, ids: string[]): void {
    const known = this.#batch.topics.get(topic);
    if (known !== "any") {
      this.#batch.topics.set(topic, ids.length === 0 ? "any" : new Set([...(known ?? []), ...ids]));
    }
    if (!this.#isUrgent && this.options.isUrgent(topic, ids)) {
      this.#isUrgent = true;
      clearTimeout(this.#timer);
      this.#timer = undefined;
    }
    this.#schedule();
  }

  /** Somebody looks at the page (again): what waits is due. */
  look(): void {
    if (this.#batch.all || this.#batch.topics.size > 0) this.#schedule();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#isStopped = true;
  }

  #schedule(): void {
    if (this.#isStopped || this.#isRunning || this.#timer !== undefined || this.options.isHidden())
      return;
    const spread = 1 + (Math.random() * 2 - 1) * JITTER;
    const dueAt = this.#startedAt + this.#gap() * spread;
    const waitMs = Math.max(this.#isUrgent ? 0 : Math.random() * SPREAD_MS, dueAt - now());
    this.#timer = setTimeout(() => void this.#run(), waitMs);
  }

  #gap(): number {
    const longest = this.#isUrgent ? LONGEST_URGENT_GAP_MS : LONGEST_GAP_MS;
    return Math.max(Math.min(this.#gapMs, longest), this.#tookMs * SHARE_OF_ANSWERS);
  }

  async #run(): Promise<void> {
    this.#timer = undefined;
    if (this.options.isHidden()) return;
    const batch = this.#batch;
    this.#batch = { all: false, topics: new Map() };
    this.#isUrgent = false;
    this.#isRunning = true;
    const startedAt = now();
    // Whoever had to wait for their turn is in a storm, whoever comes long after the last one is not.
    const isQuiet = startedAt - this.#startedAt > 2 * this.#gapMs + SPREAD_MS;
    this.#gapMs = isQuiet ? SHORTEST_GAP_MS : Math.min(LONGEST_GAP_MS, this.#gapMs * 2);
    this.#startedAt = startedAt;
    try {
      await this.options.apply(batch);
    } finally {
      this.#tookMs = now() - startedAt;
      this.#isRunning = false;
      if (this.#batch.all || this.#batch.topics.size > 0) this.#schedule();
    }
  }
}

function now(): number {
  return performance.now();
}
