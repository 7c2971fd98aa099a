import type { ServerResponse } from "node:http";
import type { Change } from "@/lib/live/read-changes";

/** A page that has not taken more than this by the next write is dropped; it catches up when it comes back. */
const MOST_BEHIND_BYTES = 256 * 1024;
const COME_BACK_MS = 1_000;
/** At the least, and twice that at the most. */
const COME_BACK_WHEN_FULL_MS = 30_000;
const TAKE_LEAVE_MS = 5_000;

/** What one of a stream's channels says. */
export type StreamChannel = {
  /** The first word to a page that had heard nothing before. */
  sayHello(head: number): void;
  /** Everything may have changed up to `head`. */
  sayReset(head: number): void;
  sayChanges(changes: readonly Change[]): void;
  /** What everybody in the portal sees has changed: JSON of an object. Where the page goes on is as it was. */
  sayPublic(json: string): void;
  /** Nothing up to `seq` concerns this page. */
  saySeen(seq: number): void;
  /** Whoever reads may not any more; the stream ends with the last of its channels. */
  signOut(): void;
};

/**
 * Server-sent events to one page (HTML Standard 9.2), over any number of channels. Their numbers, in the order
 * of the address and joined by dots, are the id of each message: what a page says when it comes back. Never
 * blocks, never throws.
 */
export class EventStream {
  readonly #openedAt = performance.now();
  readonly #positions: (number | "")[] = [];
  #openChannels = 0;
  #behindSince: number | null = null;

  /** A page that has been behind without a break for `mostBehindMs` is dropped. */
  constructor(
    private readonly response: ServerResponse,
    private readonly mostBehindMs: number,
  ) {
    response.writeHead(200, {
      "Content-Type": "text/event-stream; charset=utf-8",
      "Cache-Control": "no-store, no-transform",
      "X-Accel-Buffering": "no",
    });
    this.#write(`retry: ${COME_BACK_MS}\n\n`);
  }

  /** The next channel, whose page knows everything up to `after`. */
  addChannel(of: string, after: number | null): StreamChannel {
    const place = this.#positions.push(after ?? "") - 1;
    this.#openChannels += 1;
    const say = (event: string, seq: number, data: object = {}) => {
      this.#positions[place] = seq;
      const id = this.#positions.join(".");
      return `event: ${event}\nid: ${id}\ndata: ${JSON.stringify({ of, ...data })}\n\n`;
    };
    return {
      sayHello: (head) => this.#write(say("hello", head, { head })),
      sayReset: (head) => this.#write(say("reset", head, { head })),
      sayPublic: (json) => this.#write(publicMessage(of, json)),
      saySeen: (seq) => this.#write(say("seen", seq)),
      sayChanges: (changes) => {
        const messages = changes.map(({ seq, topic, ids }) => say("change", seq, { topic, ids }));
        this.#write(messages.join(""));
      },
      signOut: () => {
        this.#write(`event: signed_out\ndata: ${JSON.stringify({ of })}\n\n`);
        this.#openChannels -= 1;
        if (this.#openChannels === 0) this.end();
      },
    };
  }

  /** Says that the line is alive, and how old the stream is: a page that hears so late is behind. */
  beat(): void {
    const openMs = Math.round(performance.now() - this.#openedAt);
    this.#write(`event: beat\ndata: ${JSON.stringify({ openMs })}\n\n`);
  }

  /** There is no room for this page: it is told what it missed, and comes back for more. */
  sayFull(): void {
    const comeBackMs = COME_BACK_WHEN_FULL_MS * (1 + Math.random());
    this.#write(`retry: ${Math.round(comeBackMs)}\nevent: full\ndata: {}\n\n`);
  }

  /** Lets what was written go out, but waits for no page that does not read. */
  end(): void {
    const { response } = this;
    if (response.destroyed || response.writableEnded) return;
    const cut = setTimeout(() => response.destroy(), TAKE_LEAVE_MS);
    cut.unref();
    response.once("close", () => clearTimeout(cut));
    response.end();
  }

  #write(text: string | Buffer): void {
    const { response } = this;
    if (response.destroyed || response.writableEnded) return;
    const now = performance.now();
    const behindMs = this.#behindSince === null ? 0 : now - this.#behindSince;
    if (response.writableLength > MOST_BEHIND_BYTES || behindMs > this.mostBehindMs) {
      response.destroy();
      return;
    }
    this.#behindSince ??= now;
    response.write(text, () => {
      if (response.writableLength === 0) this.#behindSince = null;
    });
  }
}

let lastPublic: { of: string; json: string; bytes: Buffer } | undefined;

/** Thousands of pages are told the same, one after the other: its bytes are made once. */
function publicMessage(of: string, json: string): Buffer {
  if (lastPublic?.of !== of || lastPublic.json !== json) {
    const text = `event: public\ndata: {"of":${JSON.stringify(of)},${json.slice(1)}\n\n`;
    lastPublic = { of, json, bytes: Buffer.from(text) };
  }
  return lastPublic.bytes;
}
