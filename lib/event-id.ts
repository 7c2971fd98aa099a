import { z } from "zod";

/** Revento's id of an event, `evt_…` (contract 4.6). Opaque beyond its prefix. */
export const EventId = z.string().regex(/^evt_[A-Za-z0-9_-]{1,80}$/, "is not an event id");

const LONGEST_TEXT = 2_000;

/** The event id in what somebody typed or pasted, also with spaces, or in a link of Revento's; null without just one. */
export function findEventId(text: string): string | null {
  if (text.length > LONGEST_TEXT) return null;
  const bare = text.replaceAll(/[\s\p{Cf}]/gu, "");
  const found = new Set(bare.match(/evt_[A-Za-z0-9_-]{1,80}/g));
  const [eventId, ...others] = found;
  return eventId !== undefined && others.length === 0 ? eventId : null;
}
