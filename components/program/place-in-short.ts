/** Of the path to a place its last two parts: the rest is the same for most of a program. Null without a place. */
export function placeInShort(place: string | null): string | null {
  return place?.split(" / ").slice(-2).join(", ") ?? null;
}
