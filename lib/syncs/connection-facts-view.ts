/** What stands behind an event's connection. All times are ISO 8601 in UTC. */
export type ConnectionFactsView = {
  /** Whose session connected it: this browser's, another member's, or nobody's who is still there. */
  connectedBy: "you" | "member" | "nobody";
  lastReading: { kind: string; state: string; at: string } | null;
  /** When everything is read again; null where the connection has ended or is paused. */
  nextReadingAt: string | null;
  /** Calls that Revento still takes now (contract 5); null without a token. */
  callsLeft: { hour: number; minute: number } | null;
  /** Null without a token. */
  token: {
    /** When it is renewed at the latest: by itself. */
    accessEndsAt: string;
    /** When it is over, if nothing is read until then. */
    refreshEndsAt: string;
    /** A year after consent (contract 2.4): then somebody has to connect again. */
    consentEndsAt: string;
  } | null;
};
