import { setTimeout as sleep } from "node:timers/promises";
import { logOf } from "@/lib/log";
import {
  listEventsWithWaitingDeliveries,
  type WaitingEvent,
} from "./list-events-with-waiting-deliveries";
import { type ProcessedBatch, processEventDeliveries } from "./process-event-deliveries";
import { INTEGRATION, processIntegrationDeliveries } from "./process-integration-deliveries";

/** Events that are worked at at a time. */
const LANES = 4;
/** How old the list of what waits may be, in ms, when the next event is chosen from it. */
const LIST_AGE_MS = 250;
/** An event of which nothing waits any more gathers for so long, in ms, before its next batch, unless something ends. */
const GATHER_MS = 150;
/** How long an event that another worker is at is left to it, in ms. */
const LEFT_MS = 1_000;

/**
 * Works the inbox off until nothing is due that no other worker is at: four events at a time, a batch of
 * each, urgent ones before all others. Three lanes take the longest waiting, the fourth what came last, so
 * that a backlog of many events holds up nobody who has none. Trouble with one event is logged and left for
 * the next call. Answers how many deliveries it looked at; rejects when the database is away.
 */
export async function processInbox(
  signal?: AbortSignal,
  gathering: Gathering = new Map(),
): Promise<number> {
  const round = new Round(signal, gathering);
  await Promise.all(Array.from({ length: LANES }, (_, lane) => round.work(lane === LANES - 1)));
  return round.total;
}

/** Until when events gather, on the clock of performance.now(). A worker keeps it from call to call. */
export type Gathering = Map<string, number>;

/** One call: what it is at, and what it has looked at. */
class Round {
  total = 0;
  readonly #signal: AbortSignal | undefined;
  /** Until when an event is left alone: another worker was at it, or there was trouble. */
  readonly #left = new Map<string, number>();
  readonly #gathering: Gathering;
  readonly #busy = new Map<string, Promise<void>>();
  #waiting: WaitingEvent[] = [];
  #listedAt = Number.NEGATIVE_INFINITY;
  #listing: Promise<void> | undefined;

  constructor(signal: AbortSignal | undefined, gathering: Gathering) {
    this.#signal = signal;
    this.#gathering = gathering;
    for (const [eventId, until] of gathering) {
      if (until <= performance.now()) gathering.delete(eventId);
    }
  }

  async work(takesNewest: boolean): Promise<void> {
    while (!this.#signal?.aborted) {
      await this.#list();
      const eventId = this.#choose(takesNewest);
      if (eventId !== undefined) {
        const work = this.#process(eventId);
        this.#busy.set(eventId, work);
        await work;
      } else {
        // What another lane is at may have more, and it is listed again when that is through.
        const waits: Promise<unknown>[] = [...this.#busy.values()];
        if (this.#waiting.some((each) => this.#gathers(each))) waits.push(sleep(GATHER_MS / 2));
        if (waits.length === 0) return;
        await Promise.race(waits);
      }
    }
  }

  /** Reads what waits where the list is old, or used up. */
  async #list(): Promise<void> {
    const isOld = performance.now() - this.#listedAt > LIST_AGE_MS;
    if (!isOld && this.#waiting.some((each) => this.#isFree(each))) return;
    this.#listing ??= listEventsWithWaitingDeliveries()
      .then((waiting) => {
        this.#waiting = waiting;
        this.#listedAt = performance.now();
      })
      .finally(() => {
        this.#listing = undefined;
      });
    await this.#listing;
  }

  #isFree({ eventId, isUrgent }: WaitingEvent): boolean {
    if (this.#busy.has(eventId)) return false;
    if ((this.#left.get(eventId) ?? 0) > performance.now()) return false;
    return isUrgent || !this.#gathers({ eventId });
  }

  #gathers({ eventId }: Pick<WaitingEvent, "eventId">): boolean {
    return (this.#gathering.get(eventId) ?? 0) > performance.now();
  }

  #choose(takesNewest: boolean): string | undefined {
    const free = this.#waiting.filter((each) => this.#isFree(each));
    const urgent = free.find(({ isUrgent }) => isUrgent);
    const newest = takesNewest ? free.findLast(({ isRetry }) => !isRetry) : undefined;
    return (urgent ?? newest ?? free[0])?.eventId;
  }

  async #process(eventId: string): Promise<void> {
    const batch = await processOne(eventId);
    this.total += batch?.size ?? 0;
    if (batch === null) this.#left.set(eventId, Number.POSITIVE_INFINITY);
    else if (batch.size === 0) this.#left.set(eventId, performance.now() + LEFT_MS);
    else if (!batch.hasMore) this.#gathering.set(eventId, performance.now() + GATHER_MS);
    this.#busy.delete(eventId);
  }
}

/** Null: there was trouble. */
async function processOne(eventId: string): Promise<ProcessedBatch | null> {
  try {
    if (eventId === INTEGRATION) {
      return { size: await processIntegrationDeliveries(), hasMore: true };
    }
    return await processEventDeliveries(eventId);
  } catch (error) {
    logOf("deliveries").error({ err: error, eventId }, "could not process an event's deliveries");
    return null;
  }
}
