"use client";

import type { RestOfAnswerQuery } from "@/components/queries/answer-queries";
import { lazyPiece } from "@/components/ui/lazy-piece";
import { Answer } from "./answer";

// Few answers are so long.
const RestOfAnswer = lazyPiece(() =>
  import("./rest-of-answer").then((module) => module.RestOfAnswer),
);

type Props = {
  /** The beginning of the answer. */
  value: unknown;
  /** Its field, and the full lengths, in characters, of the answers that are not there as a whole. */
  name: string;
  cut: Record<string, number>;
  /** Reads the rest, from a character on. */
  rest: (from: number) => RestOfAnswerQuery;
};

/** An answer of any length: its beginning, and more of it on request. */
export function LongAnswer({ value, name, cut, rest }: Props) {
  const length = Object.hasOwn(cut, name) ? cut[name] : undefined;
  if (length === undefined) return <Answer value={value} />;
  if (typeof value === "string") {
    const more = <RestOfAnswer query={rest(value.length)} shown={value.length} length={length} />;
    return <Answer value={value} more={more} />;
  }
  // The beginning of a list or an object is no stretch of its text: that is read from its start.
  return (
    <>
      <Answer value={value} />
      <RestOfAnswer query={rest(0)} shown={0} length={length} />
    </>
  );
}
