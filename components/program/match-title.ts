/** A title as it is searched: without case and without accents. */
function foldTitle(title: string): string {
  return title.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
}

/** Whether a title holds every word of a search, in any order. */
export function matchesTitle(title: string, search: string): boolean {
  const folded = foldTitle(title);
  return foldTitle(search)
    .split(/\s+/)
    .every((word) => folded.includes(word));
}
