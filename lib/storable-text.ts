import { z } from "zod";

/** Text that PostgreSQL can store: no NUL and no half of a surrogate pair; `most` characters at the most. */
export function storableText(most: number) {
  return z.string().max(most).refine(isStorable, "holds characters that no text has");
}

export function isStorable(text: string): boolean {
  return !text.includes("\0") && text.isWellFormed();
}
