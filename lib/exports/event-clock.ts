import { formatOffset, type ZoneClock, zoneClock } from "@/lib/zone-clock-view";

/** The wall clock of an event's zone. */
export type EventClock = ZoneClock & {
  /** ISO 8601 with the offset: 2026-03-01T11:00:00+01:00. */
  toIso(moment: Date): string;
};

export function eventClock(timezone: string | null): EventClock {
  const clock = zoneClock(timezone);
  return {
    ...clock,
    toIso: (moment) => isoWithOffset(moment, clock.offsetAt(moment.getTime())),
  };
}

function isoWithOffset(moment: Date, offset: number): string {
  const wall = new Date(moment.getTime() + offset).toISOString();
  return wall.replace(/(\.000)?Z$/, formatOffset(offset));
}
