import type { IncomingMessage, ServerResponse } from "node:http";
import { crowdedAnswer } from "@/app/message/crowded-answer";
import { busy, STATUS_OF } from "@/lib/errors";
import { answerJson } from "./answer-json";

export type GateLimits = {
  /** Requests that are answered at a time. */
  most: number;
  /** The same, with those that take so long that they must be waiting for something else. */
  mostOpen: number;
  heldMs: number;
  /** Requests that wait at a time, of one line and of all. */
  mostInLine: number;
  mostWaiting: number;
  /** How long somebody waits who looks at an empty page, and how long a page does that shows something already. */
  pagePatienceMs: number;
  apiPatienceMs: number;
};

const LIMITS: GateLimits = {
  most: 16,
  mostOpen: 64,
  heldMs: 400,
  mostInLine: 2_000,
  mostWaiting: 4_000,
  pagePatienceMs: 12_000,
  apiPatienceMs: 4_000,
};

/** Whoever is sent away comes back after so many seconds, and not all at once. */
const COME_BACK_S = { least: 2, most: 8 };

type Waiting = { enter: () => void };

/**
 * Lets a few requests for pages in at a time, so that what passes by, deliveries and streams, never waits behind
 * them for the processor. Each event's organizers, and each portal, have a line of their own, and the lines take
 * turns: whatever is asked of one event, another one's next request is among the next. Who waits too long is
 * answered 503 with `Retry-After` (RFC 9110 10.2.3).
 */
export class PageGate {
  readonly #limits: GateLimits;
  /** Lines in the order of their turns. */
  readonly #lines = new Map<string, Waiting[]>();
  #inside = 0;
  #open = 0;
  #waiting = 0;

  constructor(limits: Partial<GateLimits> = {}) {
    this.#limits = { ...LIMITS, ...limits };
  }

  /** Answers a request as soon as it is its turn. */
  pass(request: IncomingMessage, response: ServerResponse, answer: () => void): void {
    const line = lineOf(request.url ?? "");
    const { mostInLine, mostWaiting } = this.#limits;
    if (line === null) answer();
    else if (this.#hasRoom) this.#letIn(response, answer);
    else if (this.#waiting >= mostWaiting || this.#inLine(line) >= mostInLine) {
      refuse(request, response);
    } else this.#wait(line, request, response, answer);
  }

  get #hasRoom(): boolean {
    const { most, mostOpen } = this.#limits;
    return this.#inside < most && this.#open < mostOpen;
  }

  #inLine(line: string): number {
    return this.#lines.get(line)?.length ?? 0;
  }

  #wait(
    line: string,
    request: IncomingMessage,
    response: ServerResponse,
    answer: () => void,
  ): void {
    const waiting = this.#lines.get(line) ?? [];
    this.#lines.set(line, waiting);
    const leave = () => {
      clearTimeout(timer);
      response.off("close", leave);
      this.#waiting -= 1;
      waiting.splice(waiting.indexOf(one), 1);
      if (waiting.length === 0 && this.#lines.get(line) === waiting) this.#lines.delete(line);
    };
    const one: Waiting = {
      enter: () => {
        leave();
        this.#letIn(response, answer);
      },
    };
    const { apiPatienceMs, pagePatienceMs } = this.#limits;
    const patienceMs = isApi(request) ? apiPatienceMs : pagePatienceMs;
    const timer = setTimeout(() => {
      leave();
      refuse(request, response);
    }, patienceMs);
    response.once("close", leave);
    this.#waiting += 1;
    waiting.push(one);
  }

  #letIn(response: ServerResponse, answer: () => void): void {
    this.#inside += 1;
    this.#open += 1;
    let isInside = true;
    const stepOut = () => {
      if (!isInside) return;
      isInside = false;
      this.#inside -= 1;
      this.#letNextIn();
    };
    // An answer of many bytes, or one that waits for Revento, takes nothing from others meanwhile.
    const timer = setTimeout(stepOut, this.#limits.heldMs);
    response.once("close", () => {
      clearTimeout(timer);
      this.#open -= 1;
      stepOut();
      this.#letNextIn();
    });
    answer();
  }

  #letNextIn(): void {
    const [next] = this.#lines;
    if (!next || !this.#hasRoom) return;
    const [line, waiting] = next;
    // To the end of the turns, before its first one leaves it.
    this.#lines.delete(line);
    if (waiting.length > 1) this.#lines.set(line, waiting);
    waiting[0]?.enter();
  }
}

const OF_EVENT = /^\/(?:api\/)?(events|portal)\/([^/?#]+)/;
const PASSES_BY = /^\/(?:_next\/static\/|api\/(?:live|ready|health)(?:[/?]|$)|icon)/;

/** Who waits together; null: nobody has to wait. */
function lineOf(url: string): string | null {
  if (PASSES_BY.test(url)) return null;
  const [, whose, eventId] = OF_EVENT.exec(url) ?? [];
  if (whose) return `${whose} ${eventId}`;
  return url.startsWith("/api/auth/") ? "sign-in" : "others";
}

/** A page of ours asks, and shows something already; sign-ins come back with what they must not lose. */
function isApi({ url = "" }: IncomingMessage): boolean {
  return url.startsWith("/api/") && !url.startsWith("/api/auth/");
}

function refuse(request: IncomingMessage, response: ServerResponse): void {
  const { least, most } = COME_BACK_S;
  const seconds = least + Math.floor(Math.random() * (most - least + 1));
  if (isApi(request)) {
    const { code, message } = busy();
    const headers = { "Retry-After": String(seconds) };
    answerJson(response, STATUS_OF[code], { error: code, message }, headers);
  } else void sendPage(response, crowdedAnswer(seconds, request.method === "GET"));
}

async function sendPage(response: ServerResponse, page: Response): Promise<void> {
  response.writeHead(page.status, Object.fromEntries(page.headers));
  response.end(await page.text());
}
