import type { ServerResponse } from "node:http";
import type { Subscriber } from "@/lib/live/change-channel";

/** A page that has not taken more than this by the next write is dropped; it catches up when it comes back. */
const MOST_BEHIND_BYTES = 256 * 1024;
const COME_BACK_MS = 1_000;

/** Server-sent events to one page (HTML Standard 9.2). Never blocks, never throws. */
export class EventStream implements Subscriber {
  constructor(private readonly response: ServerResponse) {
    response.writeHead(200, {
      "Content-Type": "text/event-stream; charset=utf-8",
      "Cache-Control": "no-store, no-transform",
      "X-Accel-Buffering": "no",
    });
    this.#write(`retry: ${COME_BACK_MS}\n\n`);
  }

  onHead: Subscriber["onHead"] = (head) => this.#write(messageOf("hello", head, { head }));

  onReset: Subscriber["onReset"] = (head) => this.#write(messageOf("reset", head, { head }));

  onChanges: Subscriber["onChanges"] = (changes) => {
    const messages = changes.map(({ seq, topic, ids }) => messageOf("change", seq, { topic, ids }));
    this.#write(messages.join(""));
  };

  /** A comment that keeps intermediaries from cutting a quiet stream. */
  beat(): void {
    this.#write(": beat\n\n");
  }

  end(): void {
    this.response.end();
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
