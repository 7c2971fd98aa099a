import type { IncomingMessage, ServerResponse } from "node:http";
import { env } from "@/lib/env";
import { AppError, STATUS_OF } from "@/lib/errors";
import { ChangeHub } from "@/lib/live/change-hub";
import { logOf } from "@/lib/log";
import { answerJson } from "./answer-json";
import type { Audience } from "./audience";
import { EventStream } from "./event-stream";
import { GuardedStream } from "./guarded-stream";
import { PublicFeed } from "./public-feed";
import { type ChannelAddress, positionsIn, searchOf } from "./stream-address";
import { type Holder, type PlaceLimits, StreamPlaces } from "./stream-places";

export type StreamLimits = PlaceLimits & {
  beatMs: number;
  /** A page that has been behind for so long is dropped. */
  mostBehindMs: number;
};

const LIMITS: Omit<StreamLimits, "most"> = {
  mostPerHolder: 20,
  beatMs: 15_000,
  mostBehindMs: 60_000,
};
/** Beats are spread over their period, so that thousands of pages are not written to at one moment. */
const MOST_SLOTS = 20;
const SHORTEST_SLOT_MS = 50;

type Admitted = { of: string; eventId: string; audience: Audience | null; after: number | null };

/**
 * A stream of what changed in some events, as numbers, topics and ids; the page fetches the rest through its
 * authorized queries. `admit` of each channel says who may hear what. Where nobody is admitted to any, its
 * AppError is answered with its status; to some, the others say `signed_out`, as does a channel whose right
 * ends. Where there is no room, what was missed is told, and the page comes back for the rest within a minute. 400
 * without channels; 503 when whoever asks has too many streams, or without a database.
 */
export class StreamEndpoint {
  readonly #limits: StreamLimits;
  readonly #places: StreamPlaces;
  readonly #hub = new ChangeHub();
  readonly #open = new Map<EventStream, GuardedStream[]>();
  readonly #feeds = new Map<string, PublicFeed>();
  readonly #slots: Set<EventStream>[];
  readonly #timer: NodeJS.Timeout;
  #slot = 0;
  #opened = 0;

  constructor(limits: Partial<StreamLimits> = {}) {
    this.#limits = { most: env().STREAMS_MOST, ...LIMITS, ...limits };
    this.#places = new StreamPlaces(this.#limits);
    const { beatMs } = this.#limits;
    const count = Math.max(1, Math.min(MOST_SLOTS, Math.floor(beatMs / SHORTEST_SLOT_MS)));
    this.#slots = Array.from({ length: count }, () => new Set());
    this.#timer = setInterval(() => this.#beat(), beatMs / count);
    this.#timer.unref();
  }

  async answer(
    request: IncomingMessage,
    response: ServerResponse,
    channels: readonly ChannelAddress[],
  ): Promise<void> {
    if (channels.length === 0) return answerJson(response, 400, { error: "invalid" });
    try {
      const admitted = await admitAll(request, channels);
      // Whoever left while their right was looked up never says so again.
      if (request.socket.destroyed) return;
      const place = this.#places.take(holderOf(admitted));
      if (place === "too_many") return this.#refuse(response);
      if (place === "full") return await this.#tellOnce(response, admitted);
      await this.#stream(response, admitted).finally(place);
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
    clearInterval(this.#timer);
    for (const stream of this.#open.keys()) stream.end();
    for (const feed of this.#feeds.values()) feed.close();
    await this.#hub.close();
  }

  /** Looks at everybody at once, which is one look for each event, and says to one part after the other that it is there. */
  #beat(): void {
    if (this.#slot === 0) {
      for (const guarded of this.#open.values()) for (const one of guarded) void one.lookAgain();
    }
    for (const stream of this.#slots[this.#slot] ?? []) {
      stream.beat();
      for (const one of this.#open.get(stream) ?? []) one.saySeen();
    }
    this.#slot = (this.#slot + 1) % this.#slots.length;
  }

  async #stream(response: ServerResponse, admitted: readonly Admitted[]): Promise<void> {
    const stream = new EventStream(response, this.#limits.mostBehindMs);
    const guarded: GuardedStream[] = [];
    const slot = this.#slots[this.#opened++ % this.#slots.length];
    this.#open.set(stream, guarded);
    slot?.add(stream);
    const gone = new Promise<void>((resolve) => response.once("close", () => resolve()));
    let leave = () => {};
    try {
      leave = await this.#follow(stream, admitted, guarded);
      await gone;
    } finally {
      leave();
      this.#open.delete(stream);
      slot?.delete(stream);
    }
  }

  /** A page for which there is no room hears what it missed, and comes back. */
  async #tellOnce(response: ServerResponse, admitted: readonly Admitted[]): Promise<void> {
    const stream = new EventStream(response, this.#limits.mostBehindMs);
    stream.sayFull();
    const guarded: GuardedStream[] = [];
    const leave = await this.#follow(stream, admitted, guarded);
    await Promise.all(guarded.map((one) => one.lookAgain()));
    leave();
    stream.end();
  }

  /** Subscribes each channel of a stream for whoever may hear it. Answers what ends it. */
  async #follow(
    stream: EventStream,
    admitted: readonly Admitted[],
    guarded: GuardedStream[],
  ): Promise<() => void> {
    const leaves: (() => void)[] = [];
    const leave = () => {
      for (const each of leaves) each();
    };
    const channels = admitted.map((one) => ({
      ...one,
      channel: stream.addChannel(one.of, one.after),
    }));
    try {
      for (const { eventId, audience, after, channel } of channels) {
        if (!audience) {
          channel.signOut();
          continue;
        }
        const one = new GuardedStream(channel, audience, after);
        guarded.push(one);
        if (audience.hearsPublic) leaves.push(this.#hearPublic(eventId, one));
        leaves.push(await this.#hub.subscribe(eventId, after, one));
        // What took their right between the first look and the first word was not heard of.
        void one.lookAgain();
      }
    } catch (error) {
      leave();
      throw error;
    }
    return leave;
  }

  #hearPublic(eventId: string, one: GuardedStream): () => void {
    const feed = this.#feeds.get(eventId) ?? new PublicFeed(eventId, this.#hub);
    this.#feeds.set(eventId, feed);
    const leave = feed.add(one.onPublic);
    return () => {
      leave();
      if (!feed.isIdle) return;
      feed.close();
      if (this.#feeds.get(eventId) === feed) this.#feeds.delete(eventId);
    };
  }

  #refuse(response: ServerResponse): void {
    answerJson(response, 503, { error: "try_again" }, { "Retry-After": "5" });
  }
}

function holderOf(admitted: readonly Admitted[]): Holder {
  const heard = admitted.filter(({ audience }) => audience !== null);
  return {
    countedBy: new Set(heard.flatMap(({ audience }) => audience?.countedBy ?? [])),
    portals: new Set(heard.flatMap(({ of, eventId }) => (of.startsWith("portal/") ? eventId : []))),
  };
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
