import type { EventRow } from "../store/rows";
import type { Store } from "../store/store";
import { slugOf } from "./fixed-world";
import { Random } from "./random";

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const DAYS = ["Arrival day", "Main day", "Farewell day"] as const;
const THREADS = ["Main stage", "Radionice / Workshops", "Sea & Sail ⛵"] as const;
const TOPICS: readonly [string, ...string[]] = [
  "Knots for beginners",
  "Kako popraviti barku",
  "Lightning talks",
  "ワークショップ: 和紙",
  "Soldering without tears",
  "Вечер песни",
  "Ask me anything",
  "Community breakfast",
  "Fermentation lab",
  "Harbour walk",
];

/** Writes days, threads, locations, activities and registration waves of an event (contract 9). */
export function generateProgram(store: Store, event: EventRow, day: number): void {
  const slug = slugOf(event.id);
  const random = new Random(`${event.id}/program`);
  const rooms = generateLocations(store, event.id, slug);
  THREADS.forEach((title, index) => {
    const id = `thr_${slug}_${index + 1}`;
    store.insert("threads", { id, event_id: event.id, title, position: index + 1 });
  });
  DAYS.forEach((title, index) => {
    const start = event.starts_at + index * DAY_MS;
    const id = `day_${slug}_${index + 1}`;
    const date = new Date(start).toISOString().slice(0, 10);
    store.insert("days", { id, event_id: event.id, date, title });
    THREADS.forEach((_, thread) => {
      generateActivities(store, event, {
        random,
        rooms,
        day: index + 1,
        thread: thread + 1,
        start,
      });
    });
  });
  generateWaves(store, event, slug, day);
}

function generateLocations(store: Store, eventId: string, slug: string): [string, ...string[]] {
  const add = (id: string, parentId: string | null, kind: string, name: string): string => {
    store.insert("locations", { id, event_id: eventId, parent_id: parentId, kind, name });
    return id;
  };
  const venue = add(`loc_${slug}_1`, null, "venue", "Old Harbour");
  const hall = add(`loc_${slug}_2`, venue, "building", "Dvorana Jadran");
  const warehouse = add(`loc_${slug}_3`, venue, "building", "Warehouse 7");
  return [
    add(`loc_${slug}_4`, hall, "floor", "Ground floor"),
    add(`loc_${slug}_5`, hall, "floor", "Prvi kat"),
    add(`loc_${slug}_6`, warehouse, "floor", "Ground floor"),
  ];
}

type Slot = {
  random: Random;
  rooms: readonly [string, ...string[]];
  day: number;
  thread: number;
  start: number;
};

function generateActivities(store: Store, event: EventRow, slot: Slot): void {
  const slug = slugOf(event.id);
  const count = slot.random.between(8, 12);
  for (let number = 1; number <= count; number += 1) {
    const startsAt = slot.start + (number - 1) * HOUR_MS;
    const capacity = slot.random.chance(0.2) ? null : slot.random.between(10, 120);
    const interest = slot.random.between(0, 140);
    store.insert("activities", {
      id: `act_${slug}_${slot.day}_${slot.thread}_${number}`,
      event_id: event.id,
      thread_id: `thr_${slug}_${slot.thread}`,
      location_id: slot.random.pick(slot.rooms),
      day_id: `day_${slug}_${slot.day}`,
      title: slot.random.pick(TOPICS),
      description: "Bring what you have, leave with what you learned.",
      starts_at: startsAt,
      ends_at: startsAt + 45 * 60_000,
      status: slot.random.chance(0.04) ? "cancelled" : "scheduled",
      capacity,
      signed_up_count: capacity === null ? interest : Math.min(interest, capacity),
      waitlist_count: capacity === null ? 0 : Math.max(0, interest - capacity),
      updated_at: event.updated_at,
    });
  }
}

function generateWaves(store: Store, event: EventRow, slug: string, day: number): void {
  const waves = [
    {
      title: "Early bird",
      opens_at: day - 40 * DAY_MS,
      closes_at: day - 10 * DAY_MS,
      capacity: 500,
    },
    { title: "Regular", opens_at: day - 10 * DAY_MS, closes_at: day + 15 * DAY_MS, capacity: null },
    { title: "Last call", opens_at: day + 15 * DAY_MS, closes_at: event.starts_at, capacity: 50 },
  ];
  waves.forEach((wave, index) => {
    store.insert("registration_waves", {
      id: `wav_${slug}_${index + 1}`,
      event_id: event.id,
      ...wave,
    });
  });
}
