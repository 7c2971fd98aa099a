import { type Line, openLine } from "./open-line";
import { pollLine } from "./poll-line";
import type { ChannelMessage, LineState, LineStatus } from "./stream-message";

/** Whoever follows a channel in this tab. */
export type Follower = {
  onMessage: (message: ChannelMessage) => void;
  onStatus: (status: LineStatus) => void;
};

/** What tabs tell each other. `since`: when the sender began to lead, in epoch ms. */
type Note =
  | { kind: "who"; from: string }
  | { kind: "lead"; from: string; since: number; status: LineStatus }
  | { kind: "want"; from: string; channels: [of: string, last: string | null][]; isNew: boolean }
  | { kind: "told"; from: string; to: string | null; of: string; message: ChannelMessage }
  | { kind: "bye"; from: string };

type Want = { channels: Map<string, string | null>; heardAt: number };

/** Whoever leads answers within this time, but for a tab that is busy: then the newcomer leads. */
const ANSWER_WITHIN_MS = 150;
/** Tabs that come at once are heard before the line is opened for them. */
const GATHER_MS = 50;
/** A leader that a dialog, a hung page or the browser has stopped is not waited for any longer. */
const LEADER_LOST_MS = 40_000;
/** Long enough for the next beat: somebody looks. */
const LEADER_QUIET_MS = 20_000;
/** A tab that has not answered so many beats is not there any more. */
const TAB_LOST_MS = 100_000;
const LEAD_EVERY_MS = 10_000;
const LOOK_EVERY_MS = 5_000;
/** From one page to the next a tab follows nothing for a moment. */
const LINGER_MS = 1_000;
/** As many as the server tells of on one stream. */
const MOST_CHANNELS = 32;

/**
 * One line to Foyer for all tabs of this browser, whatever they show: browsers allow six connections per host.
 * One tab leads: it holds the line and tells the others, which say what they want and where they are. Tabs elect
 * it by the channel between them, since locks are missing on plain http; whoever began to lead last leads. Tabs
 * that cannot be told of each other ask again by themselves. Frames share with the frames of the same site only.
 */
export class TabStream {
  readonly #id = crypto.getRandomValues(new Uint32Array(4)).join("-");
  readonly #own = new Map<string, { last: string | null; followers: Set<Follower> }>();
  readonly #wants = new Map<string, Want>();
  #channel: BroadcastChannel | null = null;
  #status: LineStatus = { state: "connecting", aliveAt: Date.now() };
  #role: "absent" | "asking" | "following" | "leading" = "absent";
  /** When this tab began to lead. */
  #since = 0;
  #leader: { id: string; since: number } | null = null;
  /** When the leader was heard last. */
  #heardAt = 0;
  #line: Line | null = null;
  /** What the line was opened for, and how far each has come. */
  #lineChannels = new Map<string, string | null>();
  /** Wanted, too, but more than one stream can tell of. */
  #beyond = new Set<string>();
  #toldLeadAt = 0;
  #claim: ReturnType<typeof setTimeout> | undefined;
  #adapt: ReturnType<typeof setTimeout> | undefined;
  #linger: ReturnType<typeof setTimeout> | undefined;
  #watch: ReturnType<typeof setInterval> | undefined;

  constructor(private readonly name = "foyer stream") {}

  /**
   * Follows a channel, such as `events/{id}` or `portal/{id}`, whose changes up to `last` the page knows; null: of
   * none. Answers what ends it.
   */
  join(of: string, follower: Follower, last: string | null = null): () => void {
    clearTimeout(this.#linger);
    const known = this.#own.get(of);
    const followers = known?.followers ?? new Set();
    followers.add(follower);
    this.#own.set(of, { last: known?.last ?? last, followers });
    if (this.#role === "absent") this.#enter();
    else if (!known) this.#want(true);
    follower.onStatus(this.#status);
    return () => this.#leave(of, follower);
  }

  /** The page is shown (again), or the machine is back in a network. */
  look(isBack = false): void {
    if (this.#role === "leading") this.#line?.renew(isBack ? 0 : LEADER_QUIET_MS);
    else if (this.#role === "following" && this.#silentMs() > (isBack ? 0 : LEADER_QUIET_MS)) {
      this.#ask();
    }
  }

  /** The page goes, or is put away. */
  suspend(): void {
    if (this.#role === "absent") return;
    this.#post({ kind: "bye", from: this.#id });
    this.#retire();
    for (const timer of [this.#claim, this.#linger]) clearTimeout(timer);
    clearInterval(this.#watch);
    this.#channel?.close();
    this.#channel = null;
    this.#role = "absent";
    this.#leader = null;
  }

  /** The page was put away and is there again. */
  resume(): void {
    if (this.#role === "absent" && this.#own.size > 0) this.#enter();
  }

  #leave(of: string, follower: Follower): void {
    const known = this.#own.get(of);
    if (known?.followers.delete(follower) && known.followers.size > 0) return;
    this.#own.delete(of);
    if (this.#own.size > 0) this.#want(false);
    else this.#linger = setTimeout(() => this.suspend(), LINGER_MS);
  }

  #enter(): void {
    this.#channel = openChannel(this.name);
    if (!this.#channel) {
      this.#lead();
      return;
    }
    this.#channel.onmessage = ({ data }: MessageEvent<Note>) => this.#hear(data);
    this.#watch = setInterval(() => this.#check(), LOOK_EVERY_MS);
    this.#ask();
  }

  #ask(): void {
    this.#role = "asking";
    this.#post({ kind: "who", from: this.#id });
    this.#claimWithin(ANSWER_WITHIN_MS);
  }

  #claimWithin(ms: number): void {
    clearTimeout(this.#claim);
    this.#claim = setTimeout(() => this.#lead(), ms);
  }

  #check(): void {
    if (this.#role === "following" && this.#silentMs() > LEADER_LOST_MS) {
      this.#setStatus({ ...this.#status, state: "reconnecting" });
      this.#lead();
    }
    if (this.#role !== "leading") return;
    if (Math.abs(Date.now() - this.#toldLeadAt) > LEAD_EVERY_MS) this.#tellLead();
    for (const [id, want] of this.#wants) {
      const isLost = id !== this.#id && Date.now() - want.heardAt > TAB_LOST_MS;
      if (isLost) this.#wants.delete(id);
    }
    this.#adaptSoon();
  }

  #silentMs(): number {
    return Math.abs(Date.now() - this.#heardAt);
  }

  #hear(note: Note): void {
    const isLeading = this.#role === "leading";
    switch (note.kind) {
      case "who":
        if (isLeading) this.#tellLead();
        return;
      case "lead":
        this.#hearLead(note);
        return;
      case "want":
        if (isLeading) this.#hearWant(note);
        return;
      case "told":
        if (note.from !== this.#leader?.id) return;
        this.#heardAt = Date.now();
        if (note.to === null || note.to === this.#id) this.#dispatch(note.of, note.message);
        return;
      case "bye":
        this.#wants.delete(note.from);
        if (isLeading) this.#adaptSoon();
        // Whoever is looked at goes first.
        else if (note.from === this.#leader?.id) {
          this.#claimWithin(Math.random() * 100 + (document.hidden ? 150 : 0));
        }
    }
  }

  #hearLead({ from, since, status }: Note & { kind: "lead" }): void {
    const current = this.#role === "leading" ? { id: this.#id, since: this.#since } : this.#leader;
    const isOlder =
      current !== null &&
      from !== current.id &&
      (since < current.since || (since === current.since && from < current.id));
    if (isOlder) {
      if (this.#role === "leading") this.#tellLead();
      return;
    }
    const isNew = this.#role !== "following" || this.#leader?.id !== from;
    if (this.#role === "leading") this.#retire();
    clearTimeout(this.#claim);
    this.#role = "following";
    this.#leader = { id: from, since };
    this.#heardAt = Date.now();
    this.#setStatus(status);
    this.#want(isNew);
  }

  /** Says what this tab wants, and where it is. `isNew`: to somebody who has not heard of it. */
  #want(isNew: boolean): void {
    const channels = [...this.#own].map(([of, { last }]) => [of, last] as [string, string | null]);
    if (this.#role === "following") this.#post({ kind: "want", from: this.#id, channels, isNew });
    if (this.#role === "leading") this.#hearWant({ kind: "want", from: this.#id, channels, isNew });
  }

  #hearWant({ from, channels, isNew }: Note & { kind: "want" }): void {
    const before = this.#wants.get(from)?.channels;
    this.#wants.set(from, { channels: new Map(channels), heardAt: Date.now() });
    for (const [of, last] of channels) {
      const at = this.#line ? this.#lineChannels.get(of) : undefined;
      const isJoining = isNew || !before?.has(of);
      // What was said between the page's first paint, or its last word, and now went by unheard.
      if (isJoining && at !== undefined && !isKnown(at, last)) {
        this.#tell(of, { kind: "all", seq: at }, from);
      }
    }
    if (isNew && from !== this.#id) this.#tellLead();
    this.#adaptSoon();
  }

  #lead(): void {
    clearTimeout(this.#claim);
    this.#role = "leading";
    this.#leader = null;
    this.#since = Date.now();
    this.#tellLead();
    this.#want(false);
  }

  /** Leads no longer. */
  #retire(): void {
    clearTimeout(this.#adapt);
    this.#adapt = undefined;
    this.#line?.close();
    this.#line = null;
    this.#lineChannels.clear();
    this.#wants.clear();
  }

  #tellLead(): void {
    this.#toldLeadAt = Date.now();
    this.#post({ kind: "lead", from: this.#id, since: this.#since, status: this.#status });
  }

  #adaptSoon(): void {
    this.#adapt ??= setTimeout(() => {
      this.#adapt = undefined;
      this.#adaptLine();
    }, GATHER_MS);
  }

  /** Opens the line for what is wanted now, if that is not what it is open for. */
  #adaptLine(): void {
    const wanted = new Map<string, string | null>();
    const beyond = new Set<string>();
    for (const { channels } of this.#wants.values()) {
      for (const [of, last] of channels) {
        if (wanted.size >= MOST_CHANNELS && !wanted.has(of)) beyond.add(of);
        else wanted.set(of, this.#lineChannels.get(of) ?? earlier(wanted.get(of), last));
      }
    }
    this.#beyond = beyond;
    const isSame =
      wanted.size === this.#lineChannels.size &&
      [...wanted.keys()].every((of) => this.#lineChannels.has(of));
    if (isSame && this.#line !== null && wanted.size > 0) return;
    this.#line?.close();
    this.#line = null;
    this.#lineChannels = wanted;
    if (wanted.size === 0) return;
    this.#line = (this.#channel ? openLine : pollLine)(wanted, {
      onMessage: (of, message) => this.#tell(of, message),
      onState: (state) => this.#tellState(state),
      onBeat: () => {
        this.#tellState(this.#status.state);
        for (const of of this.#beyond) this.#tell(of, { kind: "all", seq: null });
      },
    });
  }

  #tellState(state: LineState): void {
    const aliveAt = state === "live" || state === "crowded" ? Date.now() : this.#status.aliveAt;
    this.#setStatus({ state, aliveAt });
    this.#tellLead();
  }

  #tell(of: string, message: ChannelMessage, to: string | null = null): void {
    if (message.kind === "shown_out") {
      // Whoever may still listen says so anew.
      for (const { channels } of this.#wants.values()) channels.delete(of);
      this.#lineChannels.delete(of);
      this.#adaptSoon();
    } else if ("seq" in message && message.seq !== null && to === null) {
      this.#lineChannels.set(of, message.seq);
    }
    this.#post({ kind: "told", from: this.#id, to, of, message });
    if (to === null || to === this.#id) this.#dispatch(of, message);
  }

  #dispatch(of: string, message: ChannelMessage): void {
    const own = this.#own.get(of);
    if (!own) return;
    if (message.kind === "change" || message.kind === "seen") {
      // Two leaders may say the same while one takes over from the other.
      if (own.last !== null && Number(message.seq) <= Number(own.last)) return;
    }
    if (message.kind === "shown_out") this.#own.delete(of);
    else if ("seq" in message) own.last = message.seq ?? own.last;
    for (const follower of own.followers) follower.onMessage(message);
  }

  #setStatus(status: LineStatus): void {
    const isNews = status.state !== this.#status.state;
    this.#status = status;
    if (!isNews) return;
    for (const { followers } of this.#own.values()) {
      for (const follower of followers) follower.onStatus(status);
    }
  }

  #post(note: Note): void {
    this.#channel?.postMessage(note);
  }
}

/** Whether whoever knows everything up to `last` knows `at`. */
function isKnown(at: string | null, last: string | null): boolean {
  return at === last || (at !== null && last !== null && Number(at) <= Number(last));
}

/** Where both miss nothing; null, from the first word, for whoever has heard nothing. */
function earlier(one: string | null | undefined, other: string | null): string | null {
  if (one === undefined || other === null) return other;
  if (one === null) return null;
  return Number(one) < Number(other) ? one : other;
}

/** Null where tabs cannot be told of each other, as in a frame whose storage is blocked. */
function openChannel(name: string): BroadcastChannel | null {
  try {
    return new BroadcastChannel(name);
  } catch {
    return null;
  }
}

let ofThisTab: TabStream | undefined;

/** The stream of this tab, which knows when it is shown, put away, and in a network again. */
export function tabStream(): TabStream {
  if (ofThisTab) return ofThisTab;
  const stream = new TabStream();
  ofThisTab = stream;
  addEventListener("online", () => stream.look(true));
  addEventListener("pageshow", () => stream.resume());
  addEventListener("pagehide", () => stream.suspend());
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) stream.look();
  });
  return stream;
}
