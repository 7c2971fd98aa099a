import { isDeepStrictEqual } from "node:util";
import { SOURCE, sourceOfKind } from "./source-words";

/** An entry of `participant_history`, as far as it tells where a value comes from. */
export type Change = {
  kind: string;
  occurred_at: Date;
  recorded_at: Date;
  changes: Record<string, [unknown, unknown]>;
};

export type Origin = { source: string; since: Date };

/**
 * Where the present value of a mirrored column comes from: the newest entry that changed it, or else
 * what first brought the row. `history` is newest first, in the order of writing.
 */
export function originOfColumn(
  column: string,
  history: readonly Change[],
  firstSeenAt: Date,
): Origin {
  return originOf(history, firstSeenAt, ({ changes }) => column in changes);
}

/** {@link originOfColumn} for one answer of the form: the column holds all of them. */
export function originOfAnswer(
  answer: string,
  history: readonly Change[],
  firstSeenAt: Date,
): Origin {
  return originOf(history, firstSeenAt, ({ changes }) => {
    const [before, after] = changes.fields ?? [];
    return !isDeepStrictEqual(answerIn(before, answer), answerIn(after, answer));
  });
}

function answerIn(fields: unknown, answer: string): unknown {
  return fields instanceof Object ? Object.entries(fields).find(([key]) => key === answer) : null;
}

function originOf(
  history: readonly Change[],
  firstSeenAt: Date,
  changedIt: (entry: Change) => boolean,
): Origin {
  const entry = history.find(changedIt);
  if (entry) return { source: sourceOfKind(entry.kind), since: entry.occurred_at };
  // A webhook or a daily check that brought the row left its entry in the same transaction.
  const first = history.find((each) => each.recorded_at.getTime() === firstSeenAt.getTime());
  return { source: first ? sourceOfKind(first.kind) : SOURCE.firstRead, since: firstSeenAt };
}
