const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** The page's clock is behind by so much at the most. */
const CLOCK_LAG_MS = 60_000;

/**
 * How long until a moment, in words that go on a sentence: "in 6 days", "within the hour". Seven days stay seven until
 * one has passed; the last two are counted in whole hours.
 */
export function countdown(iso: string, nowMs: number): string {
  const leftMs = Date.parse(iso) - nowMs;
  if (leftMs <= 0) return "at any moment";
  if (leftMs < HOUR_MS) return "within the hour";
  if (leftMs < 2 * DAY_MS) return count(Math.floor(leftMs / HOUR_MS), "hour");
  return count(Math.ceil((leftMs - CLOCK_LAG_MS) / DAY_MS), "day");
}

function count(number: number, unit: string): string {
  return `in ${number} ${unit}${number === 1 ? "" : "s"}`;
}
