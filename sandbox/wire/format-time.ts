/** Epoch milliseconds as ISO 8601 UTC (contract 4.4). */
export function formatTime(epochMs: number): string {
  return new Date(epochMs).toISOString();
}

/** As `formatTime`, with null for what has not happened. */
export function formatOptionalTime(epochMs: number | null): string | null {
  return epochMs === null ? null : formatTime(epochMs);
}
