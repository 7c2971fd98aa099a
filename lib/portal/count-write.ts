import { AppError } from "@/lib/errors";

/** Far more than somebody who stars a whole program by hand. */
const AT_ONCE = 120;
const PER_SECOND = 2;
const FULL_AGAIN_MS = (AT_ONCE / PER_SECOND) * 1_000;
/** From so many people on those who have not written for a while are let go. */
const MANY_PEOPLE = 1_000;

type Room = { left: number; at: number };

// Every route may have its own copy of this module: one count per process all the same.
const shared = globalThis as typeof globalThis & { foyerWrites?: Map<string, Room> };

/**
 * Counts one write of a person in an event: each holds the event's lock for a moment, and is a change
 * that every open page of the event hears of. Not asked for signing out, which must always go. `now` in
 * ms of any steady clock. Throws AppError `rate_limited` beyond 120 at once and 2 a second from then on.
 */
export function countWrite(eventId: string, userId: string, now = performance.now()): void {
  shared.foyerWrites ??= new Map();
  const rooms = shared.foyerWrites;
  if (rooms.size > MANY_PEOPLE) forgetIdle(rooms, now);
  const person = `${eventId} ${userId}`;
  const { left, at } = rooms.get(person) ?? { left: AT_ONCE, at: now };
  const room = Math.min(AT_ONCE, left + ((now - at) / 1_000) * PER_SECOND);
  const hasRoom = room >= 1;
  rooms.set(person, { left: hasRoom ? room - 1 : room, at: now });
  if (!hasRoom) throw new AppError("rate_limited", "That was a lot at once. Wait a moment.");
}

function forgetIdle(rooms: Map<string, Room>, now: number): void {
  for (const [person, { at }] of rooms) {
    if (now - at > FULL_AGAIN_MS) rooms.delete(person);
  }
}
