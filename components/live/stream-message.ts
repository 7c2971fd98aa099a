/** Topics of `changes`: what kind of thing should be fetched again. */
export type ChangeTopic =
  | "participants"
  | "event"
  | "program"
  | "sync"
  | "connection"
  | "deliveries"
  | "grants"
  | "agenda"
  | "views";

/**
 * What a page learns from a stream. `all`: anything may have changed. `seen`: something did that does
 * not concern this page. `signed_out`: whoever reads is not signed in any more, and the stream is over.
 * `state`: whether the stream is open. `seq` is where to go on after a reconnect.
 */
export type StreamMessage =
  | { kind: "change"; seq: string; topic: ChangeTopic; ids: string[] }
  | { kind: "all"; seq: string | null }
  | { kind: "seen"; seq: string }
  | { kind: "signed_out" }
  | { kind: "state"; state: LiveState };

export type LiveState = "connecting" | "live" | "reconnecting";
