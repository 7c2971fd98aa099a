export const inDigits = (count: number) => count.toLocaleString("en-GB");

export const unitOf = (count: number) => (count === 1 ? "application" : "applications");

/** "1 application", "1,204 applications". */
export function applications(count: number): string {
  return `${inDigits(count)} ${unitOf(count)}`;
}

/** A share of a whole in per cent, as whole as it can be told: never 0 of something, nor 100 of less than all. */
export function percentOf(part: number, whole: number): string {
  if (whole === 0) return "–";
  const percent = Math.round((part / whole) * 100);
  if (percent === 0 && part > 0) return "< 1 %";
  if (percent === 100 && part < whole) return "> 99 %";
  return `${percent} %`;
}

const UNITS = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
] as const;

/** How long something took, in one unit: "2.5 days". */
export function durationWords(seconds: number): string {
  const [unit, size] = UNITS.find(([, each]) => seconds >= each) ?? UNITS[2];
  const amount = seconds / size;
  const shown = amount < 10 && unit === "day" ? Math.round(amount * 10) / 10 : Math.round(amount);
  return `${shown.toLocaleString("en-GB")} ${unit}${shown === 1 ? "" : "s"}`;
}
