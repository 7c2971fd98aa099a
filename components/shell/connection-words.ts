/** What a connection's state means to an organizer. Words of causes that have none of their own stay general. */
const CAUSES: Record<string, string> = {
  invalid_grant: "Revento no longer accepts Foyer's permission for this event.",
  token_revoked: "The permission was revoked in Revento.",
  outcome_unknown: "Foyer lost touch with Revento while renewing its permission.",
  "data.deletion_required": "The connection was ended in Revento.",
};

const STATES: Record<string, { title: string; text: string; canReconnect: boolean }> = {
  active: { title: "Connected", text: "Foyer reads this event.", canReconnect: false },
  needs_reconnect: {
    title: "Connect again to go on",
    text: "Foyer's permission for this event has ended, so nothing new arrives.",
    canReconnect: true,
  },
  revoked: {
    title: "This event was disconnected in Revento",
    text: "Nothing new arrives, and what is shown here will be deleted.",
    canReconnect: true,
  },
  suspended: {
    title: "Revento has suspended Foyer",
    text: "Nothing new arrives from any event. Foyer's operators have been told; you need not do anything.",
    canReconnect: false,
  },
};

const UNKNOWN = {
  title: "This event is not connected",
  text: "Nothing new arrives.",
  canReconnect: true,
};

export function connectionWords(state: string, cause: string) {
  const words = STATES[state] ?? UNKNOWN;
  return { ...words, because: state === "active" ? null : (CAUSES[cause] ?? null) };
}
