import { z } from "zod";

const KEY = "foyer-erasures";
const MOST = 50;
const Remembered = z.record(z.string().max(100), z.string().max(100));

/**
 * Which erasure deletes an event, kept in this browser only: once it is done, nothing of Foyer knows any more who could
 * see the event. Erasures by event id.
 */
export function readErasures(): Record<string, string> {
  try {
    return Remembered.parse(JSON.parse(localStorage.getItem(KEY) ?? "{}"));
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
