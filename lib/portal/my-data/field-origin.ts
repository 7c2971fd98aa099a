import { SOURCE, sourceOfKind } from "./source-words";

/** An entry of `participant_history`, as far as it tells where a value comes from. */
export type Change = {
  kind: string;
  occurred_at: Date;
  recorded_at: Date;
  changes: Record<string, [unknown, unknown]>;
};

export type Origin = { source: string; since: Date };

/** When the row came, and what wrote it last. */
export type RowOrigin = { first_seen_at: Date; source: string };

/**
 * Where the present value of a mirrored column comes from: the newest entry that changed it, or else
 * what first brought the row. `history` is newest first, in the order of writing.
 */
export function originOfColumn(column: string, history: readonly Change[], row: RowOrigin): Origin {
  return originOf(history, row, ({ changes }) => column in changes);
}

/** {@link originOfColumn} for one answer of the form: an entry holds those that it changed. */
export function originOfAnswer(answer: string, history: readonly Change[], row: RowOrigin): Origin {
  return originOf(history, row, ({ changes }) => {
    return (changes.fields ?? []).some((side) => isAnsweredIn(side, answer));
  });
}

function isAnsweredIn(fields: unknown, answer: string): boolean {
  return typeof fields === "object" && fields !== null && Object.hasOwn(fields, answer);
}

function originOf(
  history: readonly Change[],
  row: RowOrigin,
  changedIt: (entry: Change) => boolean,
): Origin {
  const entry = history.find(changedIt);
  if (entry) return { source: sourceOfKind(entry.kind), since: entry.occurred_at };
  return { source: sourceOfFirst(history, row), since: row.first_seen_at };
}

/** What brought the row. A webhook or a daily check left its entry in the same transaction. */
function sourceOfFirst(history: readonly Change[], row: RowOrigin): string {
  const first = history.find(
    ({ recorded_at }) => recorded_at.getTime() === row.first_seen_at.getTime(),
  );
  if (first) return sourceOfKind(first.kind);
  const isUnchanged = history.every(({ changes }) => Object.keys(changes).length === 0);
  return isUnchanged ? sourceOfKind(row.source) : SOURCE.firstRead;
}
