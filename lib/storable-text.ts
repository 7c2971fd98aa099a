import { z } from "zod";

/** Text that PostgreSQL can store: no NUL and no half of a surrogate pair; `most` characters at the most. */
export function storableText(most: number) {
  return z
    .string()
    .max(most)
    .refine(
      (text) => !text.includes("\0") && text.isWellFormed(),
      "holds characters that no text has",
    );
}
