/** Apostrophes and hyphens, which the search ignores, and signs that show nothing. */
const IGNORED = /['\u2018\u2019\u02bc`\u00b4\u2010-\u2015\p{Cf}-]/gu;

/**
 * The words of a search, the longest first: that one asks the trigram index, the others only narrow
 * what it found. Each must occur somewhere in name, e-mail and answers, in any order.
 */
export function searchWords(q: string): string[] {
  const words = q.split(/\s+/).map((word) => word.replaceAll(IGNORED, ""));
  return [...new Set(words)].filter((word) => word !== "").sort((a, b) => b.length - a.length);
}
