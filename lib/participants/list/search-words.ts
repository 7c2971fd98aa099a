import { withoutIgnored } from "@/lib/list-address/fold-text";

/**
 * The words of a search, the longest first: that one asks the trigram index, the others only narrow
 * what it found. Each must occur somewhere in name, e-mail and answers, in any order.
 */
export function searchWords(q: string): string[] {
  const words = q.split(/\s+/).map(withoutIgnored);
  return [...new Set(words)].filter((word) => word !== "").sort((a, b) => b.length - a.length);
}
