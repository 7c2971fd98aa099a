import { setTimeout as sleep } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import type { ChangeHub } from "@/lib/live/change-hub";
import type { Change, Concerns } from "@/lib/live/read-changes";
import { logOf } from "@/lib/log";
import { diffProgram } from "@/lib/portal/diff-program";
import type { PublicUpdateView } from "@/lib/portal/portal-program-view";
import { type PublicState, readPublicState } from "@/lib/portal/read-public-state";

/** What a page of the portal is told of what everybody there sees: JSON of a `PublicUpdateView`. */
export type PublicListener = (json: string) => void;

const TOPICS = ["program", "event", "connection"] as const;
/** However much changes, a page hears of it so often at most. */
const EVERY_MS = 2_000;
const TRY_AGAIN_MS = 1_000;
/** What is longer is not told: pages ask for it. */
const MOST_CHARACTERS = 32_768;
/** So many pages are written to at a time, and then others have a turn: some 5,000 pages a second. */
const SLICE = 50;
const PAUSE_MS = 10;

/**
 * What everybody in one portal sees, read once for all its pages of this process whenever it changes, and told to
 * them as what changed. The first change is told at once, more of them every 2 s.
 */
export class PublicFeed {
  readonly concerns: Concerns = { topics: TOPICS, ids: [] };
  readonly #listeners = new Set<PublicListener>();
  #known: PublicState | null = null;
  #leave: (() => void) | null = null;
  #timer: NodeJS.Timeout | undefined;
  #toldAt = Number.NEGATIVE_INFINITY;
  #isOver = false;

  constructor(
    private readonly eventId: string,
    private readonly hub: ChangeHub,
  ) {
    void this.#begin();
  }

  get isIdle(): boolean {
    return this.#listeners.size === 0;
  }

  add(listener: PublicListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#isOver = true;
    clearTimeout(this.#timer);
    this.#leave?.();
  }

  onHead = (): void => {};
  onMissed = (): void => this.#soon(0);
  onReset = (): void => this.#soon(0);
  onChanges = (changes: readonly Change[]): void => {
    if (changes.some(({ topic }) => this.concerns.topics.includes(topic))) this.#soon(0);
  };

  /** What changes after the subscription is told; what the pages know of before it they have, or ask for. */
  async #begin(): Promise<void> {
    this.#timer = undefined;
    try {
      this.#leave ??= await this.hub.subscribe(this.eventId, null, this);
      if (this.#isOver) return this.#leave();
      this.#known = await readPublicState(this.eventId);
    } catch (error) {
      this.#complain(error);
      if (!this.#isOver) this.#timer = setTimeout(() => void this.#begin(), TRY_AGAIN_MS).unref();
    }
  }

  #soon(leastMs: number): void {
    if (this.#timer !== undefined || this.#isOver || !this.#leave) return;
    const waitMs = Math.max(leastMs, this.#toldAt + EVERY_MS - performance.now());
    this.#timer = setTimeout(() => void this.#tell(), waitMs).unref();
  }

  async #tell(): Promise<void> {
    this.#toldAt = performance.now();
    try {
      const now = await readPublicState(this.eventId);
      this.#timer = undefined;
      const update = updateOf(this.#known, now);
      this.#known = now;
      if (update) await this.#hand(textOf(update));
    } catch (error) {
      this.#timer = undefined;
      this.#complain(error);
      this.#soon(TRY_AGAIN_MS);
    }
  }

  async #hand(json: string): Promise<void> {
    let written = 0;
    for (const listener of [...this.#listeners]) {
      if (!this.#listeners.has(listener)) continue;
      listener(json);
      written += 1;
      if (written % SLICE === 0) await sleep(PAUSE_MS);
    }
  }

  #complain(error: unknown): void {
    const { eventId } = this;
    logOf("live").warn(
      { err: error, eventId },
      "could not read what a portal shows; will try again",
    );
  }
}

/** Null: pages show all of it. A version that moved is told even so: what was announced before it is settled. */
function updateOf(before: PublicState | null, now: PublicState): PublicUpdateView | null {
  const { program, event, heardAt, awaySince } = now;
  const from = before?.program.version ?? null;
  const isSame =
    isDeepStrictEqual(from, program.version) &&
    isDeepStrictEqual(before?.event, event) &&
    before?.awaySince === awaySince;
  if (isSame) return null;
  const patch = before && diffProgram(before.program, program);
  return {
    from,
    to: program.version,
    ...(patch && { program: patch }),
    event,
    heard: { heardAt, awaySince },
  };
}

function textOf(update: PublicUpdateView): string {
  const text = JSON.stringify(update);
  if (text.length <= MOST_CHARACTERS) return text;
  const { program: _, ...rest } = update;
  return JSON.stringify({ ...rest, isCut: true } satisfies PublicUpdateView);
}
