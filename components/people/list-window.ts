/** How many rows a page of a list has where nothing else is asked. */
export const PAGE_ROWS = 50;
/** Rows before the one that is jumped to, so that going up a little needs nothing new. */
const BEFORE_ROWS = 30;
/** So many rows before either end of what is loaded, more is fetched. */
export const AHEAD_ROWS = 20;
/** Farther than this from what is loaded, pages in between are skipped. */
export const REACH_ROWS = 100;

/** The rows of a list that are loaded: from index `from` up to, and without, `end`. */
export type ListWindow = { from: number; end: number };

/** Where the loaded rows begin, for somebody who goes to this row. Whole pages, so that windows repeat. */
export function windowStart(index: number): number {
  return Math.floor(Math.max(0, index - BEFORE_ROWS) / PAGE_ROWS) * PAGE_ROWS;
}

/** Whether a row is loaded, or follows so closely that its page is fetched next. */
export function isWithinReach(index: number, { from, end }: ListWindow): boolean {
  return index >= from && index < end + REACH_ROWS;
}

/**
 * Where the loaded rows have to begin for somebody who comes near their top from below; null where they need not. Two
 * pages higher: pages are read downwards only.
 */
export function windowAbove(first: number, { from }: ListWindow): number | null {
  if (from === 0 || first - from >= AHEAD_ROWS) return null;
  return Math.max(0, windowStart(first) - PAGE_ROWS);
}
