import type { PublicUpdateView } from "@/lib/portal/portal-program-view";

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
  | "members"
  | "notes"
  | "ratings"
  | "review"
  | "labels"
  | "presence"
  | "reviewers"
  | "views";

/**
 * What a page learns of a channel. `all`: anything may have changed. `seen`: something did that does not concern
 * this page. `public`: what became of what everybody in the portal sees. `shown_out`: the server will tell no more of it to whoever reads. `seq`: where to go on.
 */
export type ChannelMessage =
  | { kind: "change"; seq: string; topic: ChangeTopic; ids: string[] }
  | { kind: "all"; seq: string | null }
  | { kind: "seen"; seq: string }
  | { kind: "public"; update: PublicUpdateView }
  | { kind: "shown_out" };

/** `aliveAt`: when the line was last heard, in epoch ms. */
export type LineStatus = { state: LineState; aliveAt: number };

/** Before anything was heard. */
export const NOT_YET: LineStatus = { state: "connecting", aliveAt: 0 };

/**
 * How the line to Foyer is doing. `polling`: there is none, the page asks again by itself. `crowded`: the server has no
 * room for one, and is asked again within a minute. `refused`: the server
 * would not open it; an EventSource does not tell why.
 */
export type LineState = "connecting" | "live" | "reconnecting" | "refused" | "polling" | "crowded";
