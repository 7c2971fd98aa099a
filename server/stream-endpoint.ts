import type { IncomingMessage, ServerResponse } from "node:http";
import { AppError, STATUS_OF } from "@/lib/errors";
import { ChangeHub } from "@/lib/live/change-hub";
import { logOf } from "@/lib/log";
import { answerJson } from "./answer-json";
import type { Audience } from "./audience";
import { EventStream } from "./event-stream";
import { GuardedStream } from "./guarded-stream";
import { type ChannelAddress, positionsIn, searchOf } from "./stream-address";
import { StreamPlaces } from "./stream-places";

export type StreamLimits = {
  most: number;
  /** Of an organizer's session, or of a participant of one event: a browser holds one, and each frame one more. */
  mostPerHolder: number;
  beatMs: number;
  /** A page that has been behind for so long is dropped. */
  mostBehindMs: number;
};

const LIMITS: StreamLimits = {
  most: 2_000,
  mostPerHolder: 20,
  beatMs: 15_000,
  mostBehindMs: 60_000,
};

type Admitted = { of: string; eventId: string; audience: Audience | null; after: number | null };

/**
 * A stream of what changed in some events, as numbers, topics and ids; the page fetches the rest through its
 * authorized queries. `admit` of each channel says who may hear what. Where nobody is admitted to any, its
 * AppError is answered with its status; to some, the others say `signed_out`, as does a channel whose right
 * ends. 400 without channels; 503 when there are too many streams, of this session or at all, or no database.
 */
export class StreamEndpoint {
  readonly #limits: StreamLimits;
  readonly #places: StreamPlaces;
  readonly #hub = new ChangeHub();
  readonly #open = new Set<EventStream>();

  constructor(limits: Partial<StreamLimits> = {}) {
    this.#limits = { ...LIMITS, ...limits };
    this.#places = new StreamPlaces(this.#limits.most, this.#limits.mostPerHolder);
  }

  async answer(
    request: IncomingMessage,
    response: ServerResponse,
    channels: readonly ChannelAddress[],
  ): Promise<void> {
    if (channels.length === 0) return answerJson(response, 400, { error: "invalid" });
    try {
      if (this.#places.isFull) return this.#refuse(response);
      const admitted = await admitAll(request, channels);
      // Whoever left while their right was looked up never says so again.
      if (request.socket.destroyed) return;
      const holders = admitted.flatMap(({ audience }) => audience?.countedBy ?? []);
      const giveBack = this.#places.take(new Set(holders));
      if (!giveBack) return this.#refuse(response);
      await this.#stream(response, admitted).finally(giveBack);
    } catch (error) {
      if (error instanceof AppError) {
        const { code, message } = error;
        return answerJson(response, STATUS_OF[code], { error: code, message });
      }
      logOf("live").warn({ err: error }, "could not open a stream");
      if (response.headersSent) response.end();
      else this.#refuse(response);
    }
  }

  async close(): Promise<void> {
    for (const stream of this.#open) stream.end();
    await this.#hub.close();
  }

  async #stream(response: ServerResponse, admitted: readonly Admitted[]): Promise<void> {
    const stream = new EventStream(response, this.#limits.mostBehindMs);
    this.#open.add(stream);
    const gone = new Promise<void>((resolve) => response.once("close", () => resolve()));
    const guarded: GuardedStream[] = [];
    const leaves: (() => void)[] = [];
    const beat = setInterval(() => {
      stream.beat();
      for (const each of guarded) each.beat();
    }, this.#limits.beatMs);
    try {
      const channels = admitted.map((one) => ({
        ...one,
        channel: stream.addChannel(one.of, one.after),
      }));
      for (const { eventId, audience, after, channel } of channels) {
        if (!audience) {
          channel.signOut();
          continue;
        }
        const one = new GuardedStream(channel, audience, after);
        guarded.push(one);
        leaves.push(await this.#hub.subscribe(eventId, after, one));
        // What took their right between the first look and the first word was not heard of.
        one.lookAgain();
      }
      await gone;
    } finally {
      for (const leave of leaves) leave();
      clearInterval(beat);
      this.#open.delete(stream);
    }
  }

  #refuse(response: ServerResponse): void {
    answerJson(response, 503, { error: "try_again" }, { "Retry-After": "5" });
  }
}

/** Looks up who may hear which channel, one after the other. Throws the first AppError where none may be heard. */
async function admitAll(
  request: IncomingMessage,
  channels: readonly ChannelAddress[],
): Promise<Admitted[]> {
  const positions = positionsIn(lastIdOf(request), channels.length);
  const admitted: Admitted[] = [];
  let refusal: AppError | undefined;
  for (const [place, { of, eventId, admit }] of channels.entries()) {
    const audience = await admit(request, eventId).catch((error: unknown) => {
      if (!(error instanceof AppError)) throw error;
      refusal ??= error;
      return null;
    });
    admitted.push({ of, eventId, audience, after: positions[place] ?? null });
  }
  if (refusal && admitted.every(({ audience }) => audience === null)) throw refusal;
  return admitted;
}

/** What a page heard last: by header when its EventSource comes back, by `?last=` when it is a new one. */
function lastIdOf(request: IncomingMessage): string | null {
  const header = request.headers["last-event-id"];
  return typeof header === "string" && header !== ""
    ? header
    : searchOf(request.url ?? "").get("last");
}
