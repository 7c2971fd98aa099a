type Shape = "digits" | "moment" | "short" | "day" | "time" | "weekday" | "until" | "far until";

const SHAPES: Record<Shape, Intl.DateTimeFormatOptions> = {
  digits: { day: "2-digit", month: "2-digit", year: "numeric" },
  moment: {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
  },
  short: { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" },
  day: { day: "numeric", month: "long", year: "numeric" },
  time: { hour: "2-digit", minute: "2-digit" },
  weekday: { weekday: "long", day: "numeric", month: "long" },
  until: { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" },
  "far until": {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
  },
};

/** Making one takes a hundred times as long as using it. */
const formats = new Map<string, Intl.DateTimeFormat>();
const MOST_FORMATS = 500;

function formatOf(shape: Shape, timeZone: string): Intl.DateTimeFormat {
  const key = `${shape} ${timeZone}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-GB", { ...SHAPES[shape], timeZone });
  if (formats.size >= MOST_FORMATS) formats.clear();
  formats.set(key, made);
  return made;
}

/** A moment in the event's own time zone. A zone that this machine does not know falls back to UTC. */
export function formatInZone(iso: string, shape: Shape, zone: string | null): string {
  const moment = new Date(iso);
  try {
    return formatOf(shape, zone ?? "UTC").format(moment);
  } catch {
    return formatOf(shape, "UTC").format(moment);
  }
}

/** From the first to the last day of an event: "12 – 14 May 2026". */
export function formatDays(from: string, to: string | null, zone: string | null): string {
  const first = formatInZone(from, "day", zone);
  const last = to ? formatInZone(to, "day", zone) : first;
  if (first === last) return first;
  const [firstDay = "", ...month] = first.split(" ");
  return last.endsWith(month.join(" ")) ? `${firstDay} – ${last}` : `${first} – ${last}`;
}

const MINUTE_MS = 60_000;
/** The longest day has 25 hours, where clocks go back. */
const NEXT_DAY_MS = 26 * 60 * MINUTE_MS;

/** The first minute of the next day in a zone, after a moment; both in epoch ms. */
export function endOfDayInZone(moment: number, zone: string | null): number {
  const dayOf = (ms: number) => dayInZone(new Date(ms).toISOString(), zone);
  const day = dayOf(moment);
  let before = Math.floor(moment / MINUTE_MS);
  let after = Math.ceil((moment + NEXT_DAY_MS) / MINUTE_MS);
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (dayOf(middle * MINUTE_MS) === day) before = middle;
    else after = middle;
  }
  return after * MINUTE_MS;
}

/** The day a moment falls on in a zone, as YYYY-MM-DD. */
export function dayInZone(iso: string, zone: string | null): string {
  const [day = "", month = "", year = ""] = formatInZone(iso, "digits", zone).split("/");
  return `${year}-${month}-${day}`;
}
