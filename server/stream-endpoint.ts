import type { IncomingMessage, ServerResponse } from "node:http";
import { AppError, STATUS_OF } from "@/lib/errors";
import { ChangeHub } from "@/lib/live/change-hub";
import { logOf } from "@/lib/log";
import { findSession } from "@/lib/members/find-session";
import { requireRole } from "@/lib/members/require-role";
import { readCookie, sessionCookieName } from "@/lib/session-cookie";
import { answerJson } from "./answer-json";
import { EventStream } from "./event-stream";

export type StreamLimits = { most: number; beatMs: number };

const LIMITS: StreamLimits = { most: 2_000, beatMs: 15_000 };

/**
 * `GET /api/events/{id}/stream`: what changed in an event, as numbers, topics and ids (design 8); the
 * page fetches the rest through its authorized queries. 401 without a session, 404 for an event that is
 * not theirs, 503 when there are too many streams or no database. Ends when the membership does.
 */
export class StreamEndpoint {
  readonly #limits: StreamLimits;
  readonly #hub = new ChangeHub();
  readonly #open = new Set<EventStream>();

  constructor(limits: Partial<StreamLimits> = {}) {
    this.#limits = { ...LIMITS, ...limits };
  }

  async answer(request: IncomingMessage, response: ServerResponse, eventId: string): Promise<void> {
    try {
      if (this.#open.size >= this.#limits.most) return this.#refuse(response);
      await requireViewer(request, eventId);
      await this.#stream(request, response, eventId);
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
  ): Promise<void> {
    // Whoever left while their right was looked up never says so again.
    if (request.socket.destroyed) return;
    if (this.#open.size >= this.#limits.most) return this.#refuse(response);
    const stream = new EventStream(response);
    this.#open.add(stream);
    const gone = new Promise<void>((resolve) => response.once("close", () => resolve()));
    const beat = setInterval(() => void this.#beat(request, stream, eventId), this.#limits.beatMs);
    try {
      const leave = await this.#hub.subscribe(eventId, lastSeenOf(request), stream);
      await gone;
      leave();
    } finally {
      clearInterval(beat);
      this.#open.delete(stream);
    }
  }

  async #beat(request: IncomingMessage, stream: EventStream, eventId: string): Promise<void> {
    stream.beat();
    try {
      await requireViewer(request, eventId);
    } catch (error) {
      // A database that is away for a moment does not end a membership.
      if (error instanceof AppError) stream.end();
    }
  }

  #refuse(response: ServerResponse): void {
    answerJson(response, 503, { error: "try_again" }, { "Retry-After": "5" });
  }
}

async function requireViewer(request: IncomingMessage, eventId: string): Promise<void> {
  const actor = await findSession(readCookie(request.headers.cookie, sessionCookieName()));
  await requireRole(actor, eventId, "viewer");
}

/** The number a page heard last: by header when it comes back, by `?last=` when it is a new EventSource. */
function lastSeenOf(request: IncomingMessage): number | null {
  const header = request.headers["last-event-id"];
  const query = new URL(request.url ?? "", "http://foyer").searchParams.get("last");
  const text = typeof header === "string" && header !== "" ? header : query;
  return text !== null && /^[0-9]{1,15}$/.test(text) ? Number(text) : null;
}
