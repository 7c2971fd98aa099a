/** Why a connection ended, to an organizer (contract 7). Causes without words of their own stay general. */
const CAUSES: Record<string, string> = {
  outcome_unknown:
    "While renewing its permission Foyer lost touch with Revento, and nobody can tell whether the old one still counts.",
  invalid_token: "Revento does not know Foyer's permission for this event any more.",
  event_not_authorized: "Revento says that Foyer's permission is not for this event.",
  invalid_grant: "Revento no longer accepts Foyer's permission for this event.",
  consent_expired: "Revento gives its permission for a year at the most, and that time is over.",
  token_revoked: "Revento says that Foyer's permission was revoked.",
  "integration.suspended": "This concerns all of Foyer, not your event alone.",
  not_listed: "Revento does not list Foyer among this event's integrations any more.",
  ended_by_operator: "Foyer's staff ended the connection; Settings says why.",
  "data.deletion_required": "Revento ended the connection.",
};

/** `reconnect`: how strongly connecting again is offered. */
type StateWords = { title: string; text: string; reconnect: "now" | "later" | "never" };

const STATES: Record<string, StateWords> = {
  active: { title: "Connected", text: "Foyer reads this event.", reconnect: "never" },
  preparing: {
    title: "Reading the event anew",
    text: "What was read under the earlier connection is being deleted, as Revento asked. Then everything is read again; what your team does in Foyer stays.",
    reconnect: "never",
  },
  needs_reconnect: {
    title: "Connect again to go on",
    text: "Nothing new arrives until you do.",
    reconnect: "now",
  },
  revoked: {
    title: "This event is disconnected",
    text: "Nothing new arrives.",
    reconnect: "now",
  },
  suspended: {
    title: "Revento has suspended Foyer",
    text: "Nothing new arrives from any event. Foyer's staff have been told; once Revento lets Foyer in again, connect this event again.",
    reconnect: "later",
  },
  erasing: {
    title: "Deleting what Foyer holds of this event",
    text: "This cannot be stopped any more.",
    reconnect: "never",
  },
};

const UNKNOWN: StateWords = {
  title: "This event is not connected",
  text: "Nothing new arrives.",
  reconnect: "now",
};

/** What Revento ended, as far as other connections tell. */
const SCOPES: Record<string, string> = {
  event: "Revento ended the connection: Foyer was removed from this event.",
  organization:
    "Revento ended the connections of all of your organization's events at once: perhaps your organization is not verified any more.",
  integration: "Revento ended all of Foyer's connections at once: Foyer was taken off Revento.",
};

/** What else can be behind an end of which Revento told no reason. */
export const POSSIBLE_REASONS = [
  "Somebody removed Foyer from the event, in the event's integrations.",
  "Your organization is not verified any more.",
  "Foyer was taken off Revento.",
];

/** What a connection's state and cause mean to an organizer; `scope`: how much was ended with it. */
export function connectionWords(state: string, cause: string, scope: string | null = null) {
  const words = STATES[state] ?? UNKNOWN;
  const hasEnded = words.reconnect !== "never";
  const because = SCOPES[scope ?? ""] ?? CAUSES[cause] ?? null;
  return { ...words, hasEnded, because: hasEnded ? because : null };
}
