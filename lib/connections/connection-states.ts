/**
 * How a connection has ended. Before, it is `active`, or `preparing`: connected again while what had been read
 * before is being erased; after that it is `erasing`, until its row is gone.
 */
type EndedState = "needs_reconnect" | "suspended" | "revoked";

/**
 * Whether the data must go because Revento asks for it, or holds no connection any more (`required`), or
 * because a connection that ended otherwise was not made anew in time (`ended`).
 */
export type ErasureRule = "required" | "ended";

type Meaning = { state: EndedState; rule: ErasureRule };

/**
 * Everything that ends a connection (contract 7), from what says least of why to what says most. News
 * of an end that has happened already changes only what it explains better, so that the order in which
 * it arrives does not matter.
 */
const ENDS = {
  /** A refresh whose answer was lost twice. */
  outcome_unknown: { state: "needs_reconnect", rule: "ended" },
  invalid_token: { state: "needs_reconnect", rule: "ended" },
  event_not_authorized: { state: "needs_reconnect", rule: "ended" },
  invalid_grant: { state: "needs_reconnect", rule: "ended" },
  /** The cap of a year, or 90 days without a refresh (contract 2.4). */
  consent_expired: { state: "needs_reconnect", rule: "ended" },
  token_revoked: { state: "revoked", rule: "ended" },
  "integration.suspended": { state: "suspended", rule: "ended" },
  /** Revento's list of installations lacks it, and its token is refused. */
  not_listed: { state: "revoked", rule: "required" },
  ended_by_operator: { state: "revoked", rule: "required" },
  "data.deletion_required": { state: "revoked", rule: "required" },
} as const satisfies Record<string, Meaning>;

export type EndCause = keyof typeof ENDS;

/** All causes, the least telling first. */
export const END_CAUSES = Object.keys(ENDS) as EndCause[];

/** What an end makes of the connection and of its data. */
export function meaningOf(cause: EndCause): Meaning {
  return ENDS[cause];
}

/** Whether Foyer holds a token and may call. */
export function isLive(state: string): boolean {
  return state === "active" || state === "preparing";
}

/** Whether `cause` changes the state of a connection that stands at `state` because of `known`. */
export function explainsMore(cause: EndCause, { state, cause: known }: Standing): boolean {
  if (isLive(state)) return true;
  if (state === "erasing") return false;
  const order: readonly string[] = END_CAUSES;
  return order.indexOf(cause) > order.indexOf(known);
}

type Standing = { state: string; cause: string };
