/** Topics of `changes`: what kind of thing should be fetched again. */
export type ChangeTopic =
  | "participants"
  | "event"
  | "program"
  | "sync"
  | "connection"
  | "deliveries";

/**
 * What a page learns from its event's stream. `all`: anything may have changed. `state`: whether the
 * stream is open. `seq` is where to go on after a reconnect.
 */
export type StreamMessage =
  | { kind: "change"; seq: string; topic: ChangeTopic; ids: string[] }
  | { kind: "all"; seq: string | null }
  | { kind: "state"; state: LiveState };

export type LiveState = "connecting" | "live" | "reconnecting";
