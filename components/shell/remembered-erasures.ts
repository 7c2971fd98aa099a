const KEY = "foyer-erasures";
const MOST = 50;
const LONGEST = 100;

/**
 * Which erasure deletes an event, kept in this browser only: once it is done, nothing of Foyer knows any more who could
 * see the event. Erasures by event id.
 */
export function readErasures(): Record<string, string> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    if (typeof kept !== "object" || kept === null || Array.isArray(kept)) return {};
    return Object.fromEntries(Object.entries(kept).filter(isErasure).slice(-MOST));
  } catch {
    return {}; // written by somebody else, or no storage here
  }
}

export function rememberErasure(eventId: string, erasureId: string): void {
  const known = readErasures();
  if (known[eventId] === erasureId) return;
  const { [eventId]: _, ...others } = known;
  const kept = Object.entries(others).slice(1 - MOST);
  write(Object.fromEntries([...kept, [eventId, erasureId]]));
}

/** The erasure was taken back, or the event is here again. */
export function forgetErasure(eventId: string): void {
  const { [eventId]: known, ...others } = readErasures();
  if (known !== undefined) write(others);
}

function write(erasures: Record<string, string>): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(erasures));
  } catch {
    // Best effort: without storage the certificate is found in the deletion's message.
  }
}

/** Checked by hand: what checks everything else is as large as a tenth of a page's scripts. */
function isErasure(entry: [string, unknown]): entry is [string, string] {
  const [eventId, erasureId] = entry;
  return typeof erasureId === "string" && eventId.length <= LONGEST && erasureId.length <= LONGEST;
}
