import type { PublicUpdateView } from "@/lib/portal/portal-program-view";
import type { ChannelMessage, LineState } from "./stream-message";

/** What a line says: of one of its channels, of itself, or only that it is alive. */
export type LineHearer = {
  onMessage: (of: string, message: ChannelMessage) => void;
  onState: (state: LineState) => void;
  onBeat: () => void;
};

export type Line = {
  /** Opens it anew where nothing was heard for so long; 0: in any case. */
  renew: (silentMs: number) => void;
  close: () => void;
};

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;
/** The server says something every 15 s: three beats without a word, and the line is dead. */
const SILENT_MS = 45_000;
/** Where there is no room, the page comes back within a minute. */
const SILENT_WHEN_CROWDED_MS = 90_000;
const LOOK_EVERY_MS = 5_000;
/** What was said so long ago and is heard only now is told on a line that cannot keep up. */
const BEHIND_MS = 60_000;

/**
 * One EventSource for some channels, each from where it had been heard. A connection that broke is the
 * EventSource's own to mend; one that was refused is tried again here, later and later; one that has fallen
 * silent, as after sleep or behind a proxy, or that lags behind, is opened anew. Where the server has no room it says
 * what was missed and when to come back, and the EventSource does.
 */
export function openLine(
  channels: ReadonlyMap<string, string | null>,
  { onMessage, onState, onBeat }: LineHearer,
): Line {
  const positions = new Map(channels);
  let source: EventSource | undefined;
  let heardAt = Date.now();
  let waitMs = FIRST_WAIT_MS;
  let isCrowded = false;
  let retry: ReturnType<typeof setTimeout> | undefined;
  const watch = setInterval(look, LOOK_EVERY_MS);

  function connect(): void {
    const opened = new EventSource(addressOf(positions));
    source = opened;
    heardAt = Date.now();
    let openedAt = heardAt;
    const on = (name: string, hear: (data: { of: string } & Said, seq: string) => void) =>
      opened.addEventListener(name, (event) => {
        heardAt = Date.now();
        const data = JSON.parse(event.data);
        hear(data, seqOf(positions, data.of, event.lastEventId));
      });
    const tell = (of: string, message: ChannelMessage) => {
      if ("seq" in message) positions.set(of, message.seq);
      onMessage(of, message);
    };

    opened.onopen = () => {
      heardAt = openedAt = Date.now();
      waitMs = FIRST_WAIT_MS;
      // Whoever was turned away knows only by the first beat that there is room now.
      if (!isCrowded) onState("live");
    };
    on("change", ({ of, topic, ids }, seq) => tell(of, { kind: "change", seq, topic, ids }));
    on("seen", ({ of }, seq) => tell(of, { kind: "seen", seq }));
    for (const name of ["hello", "reset"])
      on(name, ({ of }, seq) => tell(of, { kind: "all", seq }));
    on("public", ({ of, ...update }) => onMessage(of, { kind: "public", update }));
    on("signed_out", ({ of }) => onMessage(of, { kind: "shown_out" }));
    on("beat", ({ openMs }) => {
      if (Date.now() - openedAt - openMs > BEHIND_MS) return renew(0);
      if (isCrowded) onState("live");
      isCrowded = false;
      onBeat();
    });
    opened.addEventListener("full", () => {
      heardAt = Date.now();
      isCrowded = true;
      onState("crowded");
    });
    opened.onerror = () => {
      if (source !== opened) return;
      if (isCrowded && opened.readyState === EventSource.CONNECTING) return;
      isCrowded = false;
      const isRefused = opened.readyState === EventSource.CLOSED;
      onState(isRefused ? "refused" : "reconnecting");
      if (isRefused) tryAgainLater();
    };
  }

  function look(): void {
    if (source?.readyState === EventSource.CONNECTING && !isCrowded) onState("reconnecting");
    renew(isCrowded ? SILENT_WHEN_CROWDED_MS : SILENT_MS);
  }

  function tryAgainLater(): void {
    const tryAgain = () => {
      // Whoever is refused again is asked again whether they may go on.
      onState("reconnecting");
      connect();
    };
    retry = setTimeout(tryAgain, waitMs * (0.75 + Math.random() / 2));
    waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
  }

  function leave(): void {
    clearTimeout(retry);
    source?.close();
    source = undefined;
  }

  function renew(silentMs: number): void {
    // A clock that was set back says as little about the line as one that was set on.
    if (Math.abs(Date.now() - heardAt) < silentMs) return;
    leave();
    isCrowded = false;
    onState("reconnecting");
    connect();
  }

  connect();
  return {
    renew,
    close: () => {
      clearInterval(watch);
      leave();
    },
  };
}

type Said = { topic: never; ids: string[]; openMs: number } & PublicUpdateView;

function addressOf(positions: ReadonlyMap<string, string | null>): string {
  const search = new URLSearchParams([...positions.keys()].map((of) => ["of", of]));
  const last = [...positions.values()].map((seq) => seq ?? "").join(".");
  if (/[0-9]/.test(last)) search.set("last", last);
  return `/api/stream?${search}`;
}

/** The number of a channel within the id of a message, which has one for each channel in the address's order. */
function seqOf(positions: ReadonlyMap<string, unknown>, of: string, id: string): string {
  return id.split(".")[[...positions.keys()].indexOf(of)] ?? "";
}
