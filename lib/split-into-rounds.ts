/**
 * Splits rows into rounds in which no key comes twice, each key's rows in their order: one statement
 * can write a round.
 */
export function splitIntoRounds<T>(rows: readonly T[], keyOf: (row: T) => string): T[][] {
  const seen = new Map<string, number>();
  const rounds: T[][] = [];
  for (const row of rows) {
    const key = keyOf(row);
    const round = seen.get(key) ?? 0;
    seen.set(key, round + 1);
    rounds[round] ??= [];
    rounds[round].push(row);
  }
  return rounds;
}
