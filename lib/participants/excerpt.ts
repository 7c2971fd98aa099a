import { isTorn, startOf } from "@/lib/start-of";
import type { AnswerTextView } from "./answer-text-view";

/** Characters (UTF-16 units) of one answer that a view carries; the rest is read on demand. */
export const ANSWER_CHARACTERS = 10_240;
/** Characters of each side of a change that a history carries. */
export const CHANGE_CHARACTERS = 2_048;
/** Characters that {@link sliceAnswer} hands out at a time. */
const SLICE_CHARACTERS = 65_536;
/** What a number, a flag, a comma or a pair of quotes counts, so that many small things are bounded too. */
const PART_CHARACTERS = 4;

/**
 * The beginning of a JSON value, at most about `limit` characters of it and `ofEach` of each text in it: a
 * text is cut, lists and objects lose their last parts. `isCut` tells whether anything is missing.
 */
export function excerptOf(
  value: unknown,
  limit: number,
  ofEach: number = limit,
): { value: unknown; isCut: boolean } {
  let left = limit;
  let isCut = false;
  const takeText = (text: string): string => {
    const taken = startOf(text, Math.max(0, Math.min(left, ofEach)));
    if (taken.length < text.length) isCut = true;
    left -= taken.length;
    return taken;
  };
  // Parts are kept while there is room for one more: what `parts` yields after that is never read.
  const takeParts = <T, U>(parts: Iterable<T>, take: (part: T) => U): U[] => {
    const taken: U[] = [];
    for (const part of parts) {
      if (left <= 0) {
        isCut = true;
        break;
      }
      left -= PART_CHARACTERS;
      taken.push(take(part));
    }
    return taken;
  };
  const take = (part: unknown): unknown => {
    if (typeof part === "string") return takeText(part);
    if (Array.isArray(part)) return takeParts(part, take);
    if (typeof part !== "object" || part === null) return part;
    const entries = takeParts(Object.entries(part), ([key, each]) => [takeText(key), take(each)]);
    return Object.fromEntries(entries);
  };
  return { value: take(value), isCut };
}

type Answers = Record<string, unknown>;
type Change = [before: unknown, after: unknown];

/**
 * The answers of a form, each no longer than {@link ANSWER_CHARACTERS}, and the full length of those
 * that were longer, in characters of {@link textOfAnswer}.
 */
export function excerptOfAnswers(fields: Answers): {
  fields: Answers;
  cutAnswers: Record<string, number>;
} {
  const cut: [string, number][] = [];
  const shown = Object.entries(fields).map(([key, answer]): [string, unknown] => {
    const { value, isCut } = excerptOf(answer, ANSWER_CHARACTERS);
    if (isCut) cut.push([key, textOfAnswer(answer).length]);
    return [key, value];
  });
  return { fields: Object.fromEntries(shown), cutAnswers: Object.fromEntries(cut) };
}

/** The answers that an entry of the history changed, by field; a side that was too long to be kept ends in "…". */
export function changedAnswers([before, after]: Change): Record<string, Change> {
  const [old, now] = [answersOf(before), answersOf(after)];
  const keys = [...new Set([...Object.keys(old), ...Object.keys(now)])];
  return Object.fromEntries(
    keys.map((key): [string, Change] => [key, [sideIn(old, key), sideIn(now, key)]]),
  );
}

function answersOf(value: unknown): Answers {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function sideIn(answers: Answers, key: string): unknown {
  return Object.hasOwn(answers, key) ? keptSide(answers[key]) : undefined;
}

/** One side of a change as it is shown: of a long one the history holds an excerpt and the length. */
export function keptSide(side: unknown): unknown {
  if (typeof side !== "object" || side === null) return side;
  const isLong = "excerpt" in side && "length" in side && Object.keys(side).length === 2;
  return isLong ? `${side.excerpt}…` : side;
}

/**
 * Both sides of a change, each at most about {@link CHANGE_CHARACTERS} long. Of two long texts that begin
 * alike it is the stretch around the first difference; "…" stands where something was left out.
 */
export function excerptOfChange([before, after]: Change): Change {
  const from = firstDifference(before, after);
  return [sideFrom(before, from), sideFrom(after, from)];
}

function sideFrom(side: unknown, from: number): unknown {
  if (typeof side !== "string") return excerptOf(side, CHANGE_CHARACTERS).value;
  const start = isTorn(side, from) ? from - 1 : from;
  const { value, isCut } = excerptOf(side.slice(start), CHANGE_CHARACTERS);
  return `${start > 0 ? "…" : ""}${value}${isCut ? "…" : ""}`;
}

/** Where a stretch that shows the difference begins: 0 where the beginnings already do. */
function firstDifference(before: unknown, after: unknown): number {
  if (typeof before !== "string" || typeof after !== "string") return 0;
  const shorter = Math.min(before.length, after.length);
  let at = 0;
  while (at < shorter && before.charCodeAt(at) === after.charCodeAt(at)) at += 1;
  return at < CHANGE_CHARACTERS ? 0 : at - CHANGE_CHARACTERS / 8;
}

/** An answer as text: itself, or its JSON. */
export function textOfAnswer(answer: unknown): string {
  return typeof answer === "string" ? answer : (JSON.stringify(answer, null, 2) ?? "");
}

/** The next stretch of an answer as text, from a character on: 64 Ki of them at most. */
export function sliceAnswer(answer: unknown, offset: number): AnswerTextView {
  const text = textOfAnswer(answer);
  const slice = startOf(text.slice(offset), SLICE_CHARACTERS);
  const next = offset + slice.length;
  return { text: slice, nextOffset: slice === "" || next >= text.length ? null : next };
}
