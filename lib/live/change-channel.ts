import {
  type Change,
  type Concerns,
  readChanges,
  readHeadsAcrossEvents,
  readMissedChanges,
} from "./read-changes";

/** Whoever wants to hear of an event's changes. Nothing it does may throw. */
export type Subscriber = {
  /** What of the changes that it missed it wants to know of. */
  concerns: Concerns;
  /** Where the subscriber begins when it had heard nothing before. */
  onHead: (head: number) => void;
  onChanges: (changes: readonly Change[]) => void;
  /** What concerned it of all that it missed, up to `head`. */
  onMissed: (changes: readonly Change[], head: number) => void;
  /** What it missed is not known any more: everything may have changed up to `head`. */
  onReset: (head: number) => void;
};

const MOST_PER_READ = 500;
/** Somebody who missed more that concerns them is better off fetching everything once. */
const MOST_CAUGHT_UP = 500;
/** Of the latest changes so many are remembered for whoever joins, with so many ids in all. */
const MOST_KEPT = 5_000;
const MOST_IDS_KEPT = 20_000;

/**
 * The changes of one event for all subscribers of this process: each change is read once and remembered for a while.
 * Whoever joins is caught up from memory, at the same time as others, and what is new waits for nobody who joins;
 * nobody misses a change or hears one twice.
 */
export class ChangeChannel {
  readonly #subscribers = new Set<Subscriber>();
  /** The changes after `#keptFrom` up to the head, without a gap. */
  #kept: Change[] = [];
  #keptIds = 0;
  #keptFrom = 0;
  #head: number | undefined;
  #work: Promise<void> = Promise.resolve();
  #queued: Promise<void> | null = null;
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
    try {
      // What a page knows that this process does not is read, or was counted before the event was erased.
      if (this.#head === undefined || (after !== null && after > this.head)) await this.refresh();
      if (after === null) subscriber.onHead(this.head);
      else await this.#catchUp(subscriber, after);
      this.#subscribers.add(subscriber);
    } finally {
      this.#joining -= 1;
    }
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
      const head = await this.#readHead();
      if (head >= this.head) return;
      this.#begin(head);
      for (const subscriber of this.#subscribers) subscriber.onReset(head);
    });
  }

  /** Reads what is new and hands it out. Rejects if the database is away. */
  async refresh(): Promise<void> {
    this.#queued ??= this.#inTurn(() => {
      this.#queued = null;
      return this.#pump();
    });
    return this.#queued;
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.#work.then(work);
    this.#work = done.catch(() => {});
    return done;
  }

  async #readHead(): Promise<number> {
    return (await readHeadsAcrossEvents([this.eventId])).get(this.eventId) ?? 0;
  }

  #begin(head: number): void {
    this.#head = this.#keptFrom = head;
    this.#kept = [];
    this.#keptIds = 0;
  }

  async #pump(): Promise<void> {
    if (this.#head === undefined) {
      this.#begin(await this.#readHead());
      return;
    }
    for (;;) {
      const changes = await readChanges(this.eventId, this.head, MOST_PER_READ);
      const last = changes.at(-1);
      if (last) {
        this.#head = last.seq;
        this.#keep(changes);
        for (const subscriber of this.#subscribers) subscriber.onChanges(changes);
      }
      if (changes.length < MOST_PER_READ) return;
    }
  }

  #keep(changes: readonly Change[]): void {
    this.#kept.push(...changes);
    for (const { ids } of changes) this.#keptIds += ids.length;
    let dropped = 0;
    while (this.#kept.length - dropped > MOST_KEPT || this.#keptIds > MOST_IDS_KEPT) {
      const oldest = this.#kept[dropped];
      if (!oldest) break;
      this.#keptIds -= oldest.ids.length;
      this.#keptFrom = oldest.seq;
      dropped += 1;
    }
    this.#kept.splice(0, dropped);
  }

  /** The last thing it does in one go with adding the subscriber: look at what is kept. */
  async #catchUp(subscriber: Subscriber, after: number): Promise<void> {
    const older = { after, upTo: this.#keptFrom };
    const { concerns } = subscriber;
    const isKept = after >= older.upTo;
    const read = isKept
      ? []
      : await readMissedChanges(this.eventId, older, concerns, MOST_CAUGHT_UP + 1);
    const isGapless = after <= this.head && (isKept || this.#keptFrom === older.upTo);
    const recent = this.#kept.filter((change) => change.seq > after && isAbout(change, concerns));
    const missed = read && [...read, ...recent];
    if (!missed || !isGapless || missed.length > MOST_CAUGHT_UP) subscriber.onReset(this.head);
    else if (after < this.head) subscriber.onMissed(missed, this.head);
  }
}

function isAbout({ topic, ids }: Change, concerns: Concerns): boolean {
  if (concerns.topics.includes(topic)) return true;
  return (
    OF_SOMEBODY.has(topic) && (ids.length === 0 || ids.some((id) => concerns.ids.includes(id)))
  );
}

const OF_SOMEBODY: ReadonlySet<string> = new Set(["participants", "grants", "agenda"]);
