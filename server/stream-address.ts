import { admitMember } from "./admit-member";
import { admitParticipant } from "./admit-participant";
import type { Admit } from "./audience";

/** One of the things a stream can tell of: an event to its organizers, or its portal to a participant. */
export type ChannelAddress = { of: string; eventId: string; admit: Admit };

/** A browser has one stream for all the events it shows; whoever shows more looks at them in turns. */
const MOST_CHANNELS = 32;

const ONE = /^\/api\/((?:events|portal)\/[^/?#]+)\/stream\/?(?:\?|$)/;
const MANY = /^\/api\/stream\/?(?:\?|$)/;
const CHANNEL = /^(events|portal)\/([^/]+)$/;
const ADMIT: Record<string, Admit> = { events: admitMember, portal: admitParticipant };

/**
 * The channels that an address asks for: `/api/events/{id}/stream`, `/api/portal/{id}/stream`, or any of them
 * together as `/api/stream?of=events/{id}&of=portal/{id}`. Null: not the address of a stream. Empty: one that
 * cannot be answered.
 */
export function channelsOf(url: string): ChannelAddress[] | null {
  const one = ONE.exec(url)?.[1];
  if (one !== undefined) return channelsNamed([one]);
  if (!MANY.test(url)) return null;
  const names = new Set(searchOf(url).getAll("of"));
  return names.size > MOST_CHANNELS ? [] : channelsNamed([...names]);
}

/** Where a page goes on in each of so many channels: the numbers of the last id that it heard. */
export function positionsIn(id: string | null, count: number): (number | null)[] {
  const parts = id?.split(".", count) ?? [];
  return Array.from({ length: count }, (_, place) => {
    const part = parts[place] ?? "";
    return /^[0-9]{1,15}$/.test(part) ? Number(part) : null;
  });
}

export function searchOf(url: string): URLSearchParams {
  const at = url.indexOf("?");
  return new URLSearchParams(at < 0 ? "" : url.slice(at + 1));
}

function channelsNamed(names: readonly string[]): ChannelAddress[] {
  const found = names.flatMap((of) => {
    const [, whose = "", eventId = ""] = CHANNEL.exec(of) ?? [];
    const admit = ADMIT[whose];
    return admit ? [{ of, eventId, admit }] : [];
  });
  return found.length === names.length ? found : [];
}
