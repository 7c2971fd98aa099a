import { createContext, useContext } from "react";
import { foundParts } from "@/lib/list-address/fold-text";

/** The words that the list is searched for, folded. */
export const FoundWords = createContext<readonly string[]>([]);

/** A text with what the search found in it marked. */
export function FoundText({ text }: { text: string }) {
  const words = useContext(FoundWords);
  if (words.length === 0) return text;
  return foundParts(text, words).map(({ text: part, isFound }, at) =>
    isFound ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text are never rearranged
      <mark key={at} className="rounded-xs bg-found text-inherit">
        {part}
      </mark>
    ) : (
      part
    ),
  );
}
