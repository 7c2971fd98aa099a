/** The wall clock of an event's zone. */
export type EventClock = {
  /** The zone that is really told: a zone that this machine does not know is UTC. */
  zone: string;
  /** Milliseconds that the clock is ahead of UTC at a moment. */
  offsetAt(moment: Date): number;
  /** ISO 8601 with the offset: 2026-03-01T11:00:00+01:00. */
  toIso(moment: Date): string;
};

const QUARTER_MS = 900_000;
const MOST_KNOWN = 20_000;

/** Asks the zone's rules once for each quarter of an hour: no clock changes within one. */
export function eventClock(timezone: string | null): EventClock {
  const format = formatOf(timezone ?? "UTC") ?? formatOf("UTC");
  const known = new Map<number, number>();
  const offsetAt = (moment: Date): number => {
    const quarter = Math.floor(moment.getTime() / QUARTER_MS);
    let offset = known.get(quarter);
    if (offset === undefined) {
      offset = parseOffset(format?.format(quarter * QUARTER_MS) ?? "");
      if (known.size >= MOST_KNOWN) known.clear();
      known.set(quarter, offset);
    }
    return offset;
  };
  return {
    zone: format?.resolvedOptions().timeZone ?? "UTC",
    offsetAt,
    toIso: (moment) => isoWithOffset(moment, offsetAt(moment)),
  };
}

function formatOf(timeZone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
  } catch {
    return null;
  }
}

/** "3/1/2026, GMT+01:00" → 3,600,000. */
function parseOffset(text: string): number {
  const [, sign, hours, minutes, seconds] =
    /GMT([+-])(\d{2}):(\d{2})(?::(\d{2}))?$/.exec(text) ?? [];
  const value = Number(hours ?? 0) * 3_600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
  return (sign === "-" ? -1 : 1) * value * 1_000;
}

function isoWithOffset(moment: Date, offset: number): string {
  const wall = new Date(moment.getTime() + offset).toISOString();
  const minutes = Math.abs(Math.trunc(offset / 60_000));
  const two = (number: number) => String(number).padStart(2, "0");
  const sign = offset < 0 ? "-" : "+";
  const shown = `${sign}${two(Math.trunc(minutes / 60))}:${two(minutes % 60)}`;
  return wall.replace(/(\.000)?Z$/, shown);
}
