/** Letters that Unicode does not take apart, as the database folds them. */
const LETTERS: Readonly<Record<string, string>> = {
  ...{ ł: "l", ø: "o", đ: "d", ð: "d", þ: "th", ß: "ss", æ: "ae", œ: "oe", ı: "i", ħ: "h", ς: "σ" },
};

/** Apostrophes and hyphens, which a search ignores, and signs that show nothing. */
const IGNORED = /['\u2018\u2019\u02bc`\u00b4\u2010-\u2015\p{Cf}-]/gu;

/** A text without what a search ignores. */
export function withoutIgnored(text: string): string {
  return text.replaceAll(IGNORED, "");
}

/** A text nearly as the database's search sees it: case and accents folded, and what is ignored left out. */
export function foldText(text: string): string {
  return withoutIgnored(text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase()).replaceAll(
    /[łøđðþßæœıħς]/g,
    (letter) => LETTERS[letter] ?? letter,
  );
}

/** The words of a search, folded, as {@link foldText} has them. */
export function foldedWords(q: string): string[] {
  return [...new Set(q.split(/\s+/).map(foldText))].filter((word) => word !== "");
}

/** A part of a text, and whether a search found it. */
export type FoundPart = { text: string; isFound: boolean };

/** A text taken apart into what the words of a search (folded) found in it and what stands between. */
export function foundParts(text: string, words: readonly string[]): FoundPart[] {
  const { folded, places } = foldWithPlaces(text);
  const isFound = new Array<boolean>(text.length).fill(false);
  for (const word of words) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      isFound.fill(true, places[at], places[at + word.length]);
    }
  }
  const parts: FoundPart[] = [];
  let from = 0;
  for (let to = 1; to <= text.length; to += 1) {
    if (to < text.length && isFound[to] === isFound[from]) continue;
    parts.push({ text: text.slice(from, to), isFound: isFound[from] ?? false });
    from = to;
  }
  return parts;
}

/** `places`: where in the text each letter of the folded one begins, and the end. */
function foldWithPlaces(text: string): { folded: string; places: number[] } {
  let folded = "";
  const places: number[] = [];
  let at = 0;
  for (const letter of text) {
    const piece = foldText(letter);
    for (let n = 0; n < piece.length; n += 1) places.push(at);
    folded += piece;
    at += letter.length;
  }
  places.push(text.length);
  return { folded, places };
}
