/** What a complete reading of one list came to. `gone`: rows of the mirror that it lacks. */
export type Reading = {
  seen: number;
  gone: number;
  /** How many there are by Revento's own count; null where it has none. */
  expected: number | null;
  /** The list said that there was more, and not where. */
  isIncomplete: boolean;
  /** Rows that came, and of which nobody can tell which they are. */
  unreadable: number;
};

export type Doubt =
  | "incomplete_list"
  | "unreadable_rows"
  | "too_many_missing"
  | "fewer_than_counted";

const ALWAYS_PLAUSIBLE = 10;
const PLAUSIBLE_SHARE = 0.02;

/**
 * Why a reading is not trusted to say that rows are gone; null: it is. More than 10 rows or 2 % of all at once are
 * gone only if Revento's own count agrees, and a reading that lacks as many of the rows that Revento counts is not
 * whole, however many of ours it has.
 */
export function doubtOf({ seen, gone, expected, isIncomplete, unreadable }: Reading): Doubt | null {
  if (isIncomplete) return "incomplete_list";
  if (unreadable > 0 && gone > 0) return "unreadable_rows";
  const plausible = Math.max(ALWAYS_PLAUSIBLE, Math.ceil((seen + gone) * PLAUSIBLE_SHARE));
  if (expected !== null && seen < expected - plausible) return "fewer_than_counted";
  const isConfirmed = expected !== null && Math.abs(expected - seen) <= plausible && seen > 0;
  return gone > plausible && !isConfirmed ? "too_many_missing" : null;
}
