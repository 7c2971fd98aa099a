import type { ServerResponse } from "node:http";
import type { Change } from "@/lib/live/read-changes";

/** A page that has not taken more than this by the next write is dropped; it catches up when it comes back. */
const MOST_BEHIND_BYTES = 256 * 1024;
const COME_BACK_MS = 1_000;
const TAKE_LEAVE_MS = 5_000;

/** Server-sent events to one page (HTML Standard 9.2). Never blocks, never throws. */
export class EventStream {
  constructor(private readonly response: ServerResponse) {
    response.writeHead(200, {
      "Content-Type": "text/event-stream; charset=utf-8",
      "Cache-Control": "no-store, no-transform",
      "X-Accel-Buffering": "no",
    });
    this.#write(`retry: ${COME_BACK_MS}\n\n`);
  }

  /** The first word to a page that had heard nothing before. */
  sayHello(head: number): void {
    this.#write(messageOf("hello", head, { head }));
  }

  /** Everything may have changed up to `head`. */
  sayReset(head: number): void {
    this.#write(messageOf("reset", head, { head }));
  }

  sayChanges(changes: readonly Change[]): void {
    const messages = changes.map(({ seq, topic, ids }) => messageOf("change", seq, { topic, ids }));
    this.#write(messages.join(""));
  }

  /** Nothing up to `seq` concerns this page. */
  saySeen(seq: number): void {
    this.#write(messageOf("seen", seq, {}));
  }

  /** A comment that keeps intermediaries from cutting a quiet stream. */
  beat(): void {
    this.#write(": beat\n\n");
  }

  signOut(): void {
    this.#write("event: signed_out\ndata: {}\n\n");
    this.end();
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

  #write(text: string): void {
    const { response } = this;
    if (response.destroyed || response.writableEnded) return;
    if (response.writableLength > MOST_BEHIND_BYTES) response.destroy();
    else response.write(text);
  }
}

function messageOf(event: string, id: number, data: object): string {
  return `event: ${event}\nid: ${id}\ndata: ${JSON.stringify(data)}\n\n`;
}
