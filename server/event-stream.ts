import type { ServerResponse } from "node:http";
import type { Subscriber } from "@/lib/live/change-channel";

/** What a page has not taken yet; one that falls further behind is dropped and catches up when it comes back. */
const MOST_BEHIND_BYTES = 64 * 1024;
const COME_BACK_MS = 1_000;

/** Server-sent events to one page (HTML Standard 9.2). Never blocks, never throws. */
export class EventStream implements Subscriber {
  constructor(private readonly response: ServerResponse) {
    response.writeHead(200, {
      "Content-Type": "text/event-stream; charset=utf-8",
      "Cache-Control": "no-cache, no-transform",
      "X-Accel-Buffering": "no",
    });
    this.#write(`retry: ${COME_BACK_MS}\n\n`);
  }

  onHead: Subscriber["onHead"] = (head) => this.#send("hello", head, { head });

  onReset: Subscriber["onReset"] = (head) => this.#send("reset", head, { head });

  onChanges: Subscriber["onChanges"] = (changes) => {
    for (const { seq, topic, ids } of changes) this.#send("change", seq, { topic, ids });
  };

  /** A comment that keeps intermediaries from cutting a quiet stream. */
  beat(): void {
    this.#write(": beat\n\n");
  }

  end(): void {
    this.response.end();
  }

  #send(event: string, id: number, data: object): void {
    this.#write(`event: ${event}\nid: ${id}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  #write(text: string): void {
    if (this.response.destroyed || this.response.writableEnded) return;
    this.response.write(text);
    if (this.response.writableLength > MOST_BEHIND_BYTES) this.response.destroy();
  }
}
