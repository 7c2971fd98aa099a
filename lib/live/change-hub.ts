import { urgently } from "@/lib/db";
import { logOf } from "@/lib/log";
import { ChangeChannel, type Subscriber } from "./change-channel";
import { type Listener, listen } from "./listen";
import { readHeadsAcrossEvents } from "./read-changes";

const LOOK_EVERY_MS = 10_000;
const TRY_AGAIN_MS = 1_000;

/**
 * The changes of every event for the open pages of this process, over one LISTEN connection. What a
 * lost notification or a lost connection hid is found by looking at the heads, every 10 s and after
 * each reconnect.
 */
export class ChangeHub {
  readonly #channels = new Map<string, ChangeChannel>();
  readonly #listener: Listener;
  readonly #timer: NodeJS.Timeout;

  constructor() {
    this.#listener = listen(["foyer_changes"], {
      onNotification: (_, eventId) => this.#refresh(eventId),
      onListening: () => void this.#look(),
    });
    this.#timer = setInterval(() => void this.#look(), LOOK_EVERY_MS);
    this.#timer.unref();
  }

  /**
   * Hands an event's changes to a subscriber from number `after` on, or from now on with null.
   * Answers what ends it. Rejects if the database is away. The caller has checked who asks.
   */
  async subscribe(
    eventId: string,
    after: number | null,
    subscriber: Subscriber,
  ): Promise<() => void> {
    const channel = this.#channels.get(eventId) ?? new ChangeChannel(eventId);
    this.#channels.set(eventId, channel);
    const leave = () => {
      channel.leave(subscriber);
      if (channel.isIdle && this.#channels.get(eventId) === channel) this.#channels.delete(eventId);
    };
    try {
      await urgently(() => channel.join(subscriber, after));
    } catch (error) {
      leave();
      throw error;
    }
    return leave;
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    this.#channels.clear();
    await this.#listener.close();
  }

  #refresh(eventId: string): void {
    const channel = this.#channels.get(eventId);
    if (!channel) return;
    urgently(() => channel.refresh()).catch((error: unknown) => {
      logOf("live").warn({ err: error, eventId }, "could not read changes; will try again");
      setTimeout(() => this.#refresh(eventId), TRY_AGAIN_MS).unref();
    });
  }

  async #look(): Promise<void> {
    if (this.#channels.size === 0) return;
    try {
      const heads = await urgently(() => readHeadsAcrossEvents([...this.#channels.keys()]));
      for (const [eventId, head] of heads) {
        const channel = this.#channels.get(eventId);
        if (channel && head < channel.head) await urgently(() => channel.restart());
        else if (head !== channel?.head) this.#refresh(eventId);
      }
    } catch (error) {
      logOf("live").warn({ err: error }, "could not look for changes");
    }
  }
}
