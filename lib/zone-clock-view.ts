/** The wall clock of a time zone. */
export type ZoneClock = {
  /** The zone that is really used: one that this machine does not know is UTC. */
  zone: string;
  /** Milliseconds that the clock is ahead of UTC at a moment in epoch ms. */
  offsetAt: (moment: number) => number;
};

const QUARTER_MS = 900_000;
const MOST_OFFSETS = 20_000;
const MOST_CLOCKS = 500;

const clocks = new Map<string, ZoneClock>();

/**
 * The clock of a zone by its IANA name in any case, or by its offset ("+05:30"); null is UTC. Of `Intl` only the
 * rules of zones are used: what it calls months and zones, and how it writes them, differs between browsers.
 */
export function zoneClock(zone: string | null): ZoneClock {
  const name = zone?.trim() ?? "";
  const known = clocks.get(name);
  if (known) return known;
  if (clocks.size >= MOST_CLOCKS) clocks.clear();
  const made = fixedClock(name) ?? namedClock(name) ?? UTC;
  clocks.set(name, made);
  return made;
}

const UTC: ZoneClock = { zone: "UTC", offsetAt: () => 0 };

function fixedClock(name: string): ZoneClock | null {
  const [, sign, hours, minutes = "00"] = /^([+-])(\d{2}):?([0-5]\d)?$/.exec(name) ?? [];
  if (!sign || Number(hours) > 14) return null;
  const offset = (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
  return offset === 0 ? UTC : { zone: `${sign}${hours}:${minutes}`, offsetAt: () => offset };
}

function namedClock(name: string): ZoneClock | null {
  const format = formatOf(name);
  if (!format) return null;
  const offsets = new Map<number, number>();
  return {
    zone: format.resolvedOptions().timeZone,
    // Asks the rules once for each quarter of an hour: no clock changes within one.
    offsetAt: (moment) => {
      const quarter = Math.floor(moment / QUARTER_MS);
      let offset = offsets.get(quarter);
      if (offset === undefined) {
        offset = parseOffset(format.format(quarter * QUARTER_MS));
        if (offsets.size >= MOST_OFFSETS) offsets.clear();
        offsets.set(quarter, offset);
      }
      return offset;
    },
  };
}

function formatOf(timeZone: string): Intl.DateTimeFormat | null {
  if (timeZone === "") return null;
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
  } catch {
    return null;
  }
}

/** "3/1/2026, GMT+01:00" → 3,600,000. */
function parseOffset(text: string): number {
  const [, sign, hours, minutes, seconds] =
    /(?:GMT|UTC)([+\-\u2212])(\d{1,2}):?(\d{2})?(?::(\d{2}))?$/.exec(text) ?? [];
  const value = Number(hours ?? 0) * 3_600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
  return (sign === "-" || sign === "\u2212" ? -1 : 1) * value * 1_000;
}

/** An offset as people write it: "+01:00". Milliseconds; seconds of it are left out. */
export function formatOffset(offset: number): string {
  const minutes = Math.abs(Math.trunc(offset / 60_000));
  const two = (number: number) => String(number).padStart(2, "0");
  return `${offset < 0 ? "-" : "+"}${two(Math.trunc(minutes / 60))}:${two(minutes % 60)}`;
}
