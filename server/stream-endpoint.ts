import type { IncomingMessage, ServerResponse } from "node:http";
import { AppError, STATUS_OF } from "@/lib/errors";
import { ChangeHub } from "@/lib/live/change-hub";
import { logOf } from "@/lib/log";
import { answerJson } from "./answer-json";
import type { Admit, Audience } from "./audience";
import { EventStream } from "./event-stream";
import { GuardedStream } from "./guarded-stream";
import { StreamPlaces } from "./stream-places";

export type StreamLimits = {
  most: number;
  /**
   * Of an organizer's session, or of a participant of one event: a browser holds one for each event it
   * shows, and a frame one more.
   */
  mostPerHolder: number;
  beatMs: number;
};

const LIMITS: StreamLimits = { most: 2_000, mostPerHolder: 20, beatMs: 15_000 };

/**
 * `GET /api/events/{id}/stream` for organizers and `GET /api/portal/{id}/stream` for participants: what
 * changed in an event, as numbers, topics and ids; the page fetches the rest through its
 * authorized queries. `admit` says who may hear what; its AppErrors are answered with their status. 503
 * when there are too many streams, of this session or at all, or no database. Ends with `signed_out`
 * when the right does.
 */
export class StreamEndpoint {
  readonly #beatMs: number;
  readonly #places: StreamPlaces;
  readonly #hub = new ChangeHub();
  readonly #open = new Set<EventStream>();

  constructor(limits: Partial<StreamLimits> = {}) {
    const { most, mostPerHolder, beatMs } = { ...LIMITS, ...limits };
    this.#places = new StreamPlaces(most, mostPerHolder);
    this.#beatMs = beatMs;
  }

  async answer(
    request: IncomingMessage,
    response: ServerResponse,
    eventId: string,
    admit: Admit,
  ): Promise<void> {
    try {
      if (this.#places.isFull) return this.#refuse(response);
      const audience = await admit(request, eventId);
      // Whoever left while their right was looked up never says so again.
      if (request.socket.destroyed) return;
      const giveBack = this.#places.take(audience.countedBy);
      if (!giveBack) return this.#refuse(response);
      await this.#stream(request, response, eventId, audience).finally(giveBack);
    } catch (error) {
      if (error instanceof AppError) {
        const { code, message } = error;
        return answerJson(response, STATUS_OF[code], { error: code, message });
      }
      logOf("live").warn({ err: error, eventId }, "could not open a stream");
      if (response.headersSent) response.end();
      else this.#refuse(response);
    }
  }

  async close(): Promise<void> {
    for (const stream of this.#open) stream.end();
    await this.#hub.close();
  }

  async #stream(
    request: IncomingMessage,
    response: ServerResponse,
    eventId: string,
    audience: Audience,
  ): Promise<void> {
    const stream = new EventStream(response);
    this.#open.add(stream);
    const gone = new Promise<void>((resolve) => response.once("close", () => resolve()));
    const after = lastSeenOf(request);
    const guarded = new GuardedStream(stream, audience, after);
    const beat = setInterval(() => guarded.beat(), this.#beatMs);
    try {
      const leave = await this.#hub.subscribe(eventId, after, guarded);
      // What took their right between the first look and the first word was not heard of.
      guarded.lookAgain();
      await gone;
      leave();
    } finally {
      clearInterval(beat);
      this.#open.delete(stream);
    }
  }

  #refuse(response: ServerResponse): void {
    answerJson(response, 503, { error: "try_again" }, { "Retry-After": "5" });
  }
}

/** The number a page heard last: by header when it comes back, by `?last=` when it is a new EventSource. */
function lastSeenOf(request: IncomingMessage): number | null {
  const header = request.headers["last-event-id"];
  const query = new URL(request.url ?? "", "http://foyer").searchParams.get("last");
  const text = typeof header === "string" && header !== "" ? header : query;
  return text !== null && /^[0-9]{1,15}$/.test(text) ? Number(text) : null;
}
