/** The first `length` characters (UTF-16 units) of a text, one fewer where that would tear a surrogate pair. */
export function startOf(text: string, length: number): string {
  return text.slice(0, isTorn(text, length) ? length - 1 : length);
}

/** Whether a text that is divided before the character at `at` would be divided inside a surrogate pair. */
export function isTorn(text: string, at: number): boolean {
  return at > 0 && at < text.length && (text.codePointAt(at - 1) ?? 0) > 0xffff;
}
