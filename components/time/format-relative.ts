const UNITS = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
] as const;

const WORDS = new Intl.RelativeTimeFormat("en-GB", { numeric: "auto" });

/** How long ago, or how far ahead, in one unit: "3 minutes ago". Under a minute it is "just now". */
export function formatRelative(iso: string, nowMs: number): string {
  const seconds = (Date.parse(iso) - nowMs) / 1000;
  for (const [unit, size] of UNITS) {
    if (Math.abs(seconds) >= size) return WORDS.format(Math.trunc(seconds / size), unit);
  }
  return seconds > 15 ? "in a moment" : "just now";
}
