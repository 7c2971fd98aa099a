import { foldText } from "@/lib/list-address/fold-text";
import type { FoundAnswerView } from "./participant-view";

/** Characters of a person's answers that are looked through, and of what is shown of the one with the word. */
const MOST_READ = 20_000;
const BEFORE = 12;
const AFTER = 90;

/**
 * The answer that a search found somebody by: with the first of its words (folded) that neither name nor e-mail has.
 * Undefined where they have them all, and where the word stands too far behind.
 */
export function findInAnswers(
  row: { name: string | null; email: string | null; fields: Record<string, unknown> },
  words: readonly string[],
): FoundAnswerView | undefined {
  if (words.length === 0) return undefined;
  const known = foldText(`${row.name ?? ""} ${row.email ?? ""}`);
  const word = words.find((each) => !known.includes(each));
  if (word === undefined) return undefined;
  let left = MOST_READ;
  for (const [field, answer] of Object.entries(row.fields)) {
    const text = textOf(answer).slice(0, left);
    left -= text.length;
    if (foldText(text).includes(word)) return { field, text: excerptAround(text, word) };
    if (left <= 0) return undefined;
  }
  return undefined;
}

function textOf(answer: unknown): string {
  if (typeof answer === "string") return answer;
  if (Array.isArray(answer)) return answer.map(textOf).join(", ");
  return typeof answer === "number" ? String(answer) : "";
}

/** So much of a text that the word is in it, with what stands around it: it begins with a whole word. */
function excerptAround(text: string, word: string): string {
  // Where it begins: the longest beginning of the text that does not hold the word whole, shorter by the word.
  let [before, after] = [0, text.length];
  while (after - before > 1) {
    const middle = (before + after) >> 1;
    if (foldText(text.slice(0, middle)).includes(word)) after = middle;
    else before = middle;
  }
  const found = Math.max(0, before - word.length);
  const earliest = Math.max(0, found - BEFORE);
  const space = earliest === 0 ? -1 : text.slice(earliest, found + 1).search(/\s/);
  const from = space === -1 ? earliest : earliest + space + 1;
  const to = Math.min(text.length, after + AFTER);
  const part = text.slice(from, to).toWellFormed().replaceAll(/\s+/g, " ").trim();
  return `${from > 0 ? "…" : ""}${part}${to < text.length ? "…" : ""}`;
}
