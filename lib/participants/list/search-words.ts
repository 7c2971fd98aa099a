/**
 * The words of a search, the longest first: that one asks the trigram index, the others only narrow
 * what it found. Each must occur somewhere in name, e-mail and answers, in any order.
 */
export function searchWords(q: string): string[] {
  const words = [...new Set(q.split(/\s+/).filter((word) => word !== ""))];
  return words.sort((a, b) => b.length - a.length).slice(0, 6);
}
