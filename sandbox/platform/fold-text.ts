const UNDECOMPOSABLE: Readonly<Record<string, string>> = { đ: "d", ł: "l", ø: "o", ß: "ss" };

/** Text as it is compared in a search: no case, no accents, one space between words. */
export function foldText(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[đłøß]/g, (letter) => UNDECOMPOSABLE[letter] ?? letter)
    .replace(/\s+/g, " ")
    .trim();
}
