/** Characters of a value that an address names as it is; a longer one is named by {@link SHORT_VALUE}. */
export const LONGEST_VALUE = 200;

/** Characters of the beginning by which a long value is named, before "…" and a part of its hash. */
export const SHORT_BEGINNING = 100;

/** The name of a long value: its beginning, "…", and 16 characters of its SHA-256 in base64url. */
const SHORT_VALUE = /^([\s\S]{1,200})…[\w-]{16}$/u;

/** Whether a value may name a longer one. A short answer can look like that, too. */
export function isShortValue(value: string): boolean {
  return beginningOf(value) !== null;
}

/** A value without what only tells it from others of the same beginning. */
export function withoutHash(value: string): string {
  const beginning = beginningOf(value);
  return beginning === null ? value : `${beginning}…`;
}

function beginningOf(value: string): string | null {
  const [, beginning = ""] = SHORT_VALUE.exec(value) ?? [];
  return [...beginning].length === SHORT_BEGINNING ? beginning : null;
}
