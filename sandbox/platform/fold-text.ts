const UNDECOMPOSABLE: Readonly<Record<string, string>> = { đ: "d", ł: "l", ø: "o", ß: "ss" };
const ASCII = /^[\x20-\x7e]*$/;

/** Text as it is compared in a search: no case, no accents, one space between words. */
export function foldText(text: string): string {
  const lower = text.toLowerCase();
  // Most of the time goes into taking letters apart, which ASCII needs not.
  const folded = ASCII.test(lower) ? lower : foldLetters(lower);
  return folded.replace(/\s+/g, " ").trim();
}

function foldLetters(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[đłøß]/g, (letter) => UNDECOMPOSABLE[letter] ?? letter);
}
