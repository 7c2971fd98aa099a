import { type Change, readChanges, readHeadsAcrossEvents } from "./read-changes";

/** Whoever wants to hear of an event's changes. Nothing it does may throw. */
export type Subscriber = {
  /** Where the subscriber begins when it had heard nothing before. */
  onHead: (head: number) => void;
  onChanges: (changes: readonly Change[]) => void;
  /** What it missed is not known any more: everything may have changed up to `head`. */
  onReset: (head: number) => void;
};

const MOST_PER_READ = 500;
/** Somebody who missed more is better off fetching everything once. */
const MOST_CAUGHT_UP = 500;

/**
 * The changes of one event for all subscribers of this process: each change is read once, whoever
 * joins is caught up in between, so that nobody misses one or hears one twice.
 */
export class ChangeChannel {
  readonly #subscribers = new Set<Subscriber>();
  #head: number | undefined;
  #work: Promise<void> = Promise.resolve();
  #isPumpQueued = false;
  #joining = 0;

  constructor(private readonly eventId: string) {}

  get head(): number {
    return this.#head ?? 0;
  }

  /** Nobody is here or on the way in. */
  get isIdle(): boolean {
    return this.#subscribers.size === 0 && this.#joining === 0;
  }

  /** Adds a subscriber that knows everything up to `after`; null: nothing yet. Rejects if the database is away. */
  async join(subscriber: Subscriber, after: number | null): Promise<void> {
    this.#joining += 1;
    return this.#inTurn(async () => {
      await this.#pump();
      await this.#catchUp(subscriber, after);
      this.#subscribers.add(subscriber);
    }).finally(() => {
      this.#joining -= 1;
    });
  }

  leave(subscriber: Subscriber): void {
    this.#subscribers.delete(subscriber);
  }

  /**
   * An event that was erased and connected again counts from the start: whoever still listens has heard
   * nothing of what is there now. Rejects if the database is away.
   */
  async restart(): Promise<void> {
    return this.#inTurn(async () => {
      const head = (await readHeadsAcrossEvents([this.eventId])).get(this.eventId) ?? 0;
      if (head >= this.head) return;
      this.#head = head;
      for (const subscriber of this.#subscribers) subscriber.onReset(head);
    });
  }

  /** Reads what is new and hands it out. Rejects if the database is away. */
  async refresh(): Promise<void> {
    if (this.#isPumpQueued) return;
    this.#isPumpQueued = true;
    return this.#inTurn(() => {
      this.#isPumpQueued = false;
      return this.#pump();
    });
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.#work.then(work);
    this.#work = done.catch(() => {});
    return done;
  }

  async #pump(): Promise<void> {
    if (this.#head === undefined || this.#subscribers.size === 0) {
      this.#head = (await readHeadsAcrossEvents([this.eventId])).get(this.eventId) ?? 0;
      return;
    }
    for (;;) {
      const changes = await readChanges(this.eventId, this.head, MOST_PER_READ);
      const last = changes.at(-1);
      if (last) this.#head = last.seq;
      if (last) for (const subscriber of this.#subscribers) subscriber.onChanges(changes);
      if (changes.length < MOST_PER_READ) return;
    }
  }

  async #catchUp(subscriber: Subscriber, after: number | null): Promise<void> {
    if (after === null) return subscriber.onHead(this.head);
    if (after === this.head) return;
    const missed = after < this.head && this.head - after <= MOST_CAUGHT_UP;
    const changes = missed ? await readChanges(this.eventId, after, MOST_CAUGHT_UP) : [];
    const known = changes.filter((change) => change.seq <= this.head);
    const isComplete = missed && known.length === this.head - after;
    if (isComplete) subscriber.onChanges(known);
    else subscriber.onReset(this.head);
  }
}
