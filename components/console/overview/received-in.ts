const HOUR_MS = 3_600_000;

/** The list of the deliveries that came in within an hour; `hour` is its beginning, ISO 8601 in UTC. */
export function receivedIn(hour: string): string {
  const from = Date.parse(hour);
  const search = { from: minuteOf(from), to: minuteOf(from + HOUR_MS) };
  return `/admin/deliveries?${new URLSearchParams(search)}`;
}

/** As the list's address has it: whole minutes, without parts of a second. */
function minuteOf(at: number): string {
  return new Date(at).toISOString().replace(/:\d{2}\.\d{3}Z$/, ":00Z");
}
