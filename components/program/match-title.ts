import { foldedWords, foldText } from "@/lib/list-address/fold-text";

/** Whether a title holds every word of a search, in any order. */
export function matchesTitle(title: string, search: string): boolean {
  const folded = foldText(title);
  return foldedWords(search).every((word) => folded.includes(word));
}
