import { fieldWord } from "@/components/people/columns/field-words";
import type { HistoryEntryView } from "@/lib/participants/application-detail-view";

/** A field before and after; `column` is the mirror's, or `answer`. */
export type EntryChange = { column: string; word: string; before: unknown; after: unknown };

export type Changed = Pick<HistoryEntryView, "changes" | "answers">;

const WORDS: Record<string, string> = {
  status: fieldWord("status"),
  role: fieldWord("role"),
  name: fieldWord("name"),
  email: fieldWord("email"),
  submitted_at: fieldWord("submitted"),
  registered_at: fieldWord("registered"),
  last_review_action: fieldWord("decision"),
  last_reviewed_at: fieldWord("reviewed"),
  last_reviewer_id: fieldWord("reviewer"),
  user_id: "Account",
  application_id: "Application",
  removed: "Listed in Revento",
};

/** What an entry changed, field by field, answers one by one after the rest. */
export function entryChanges({ changes, answers }: Changed): EntryChange[] {
  return [
    ...Object.entries(changes).map(([column, [before, after]]) => {
      const word = Object.hasOwn(WORDS, column) ? (WORDS[column] ?? column) : column;
      // "removed: false, now true" is told from the other side.
      if (column === "removed") return { column, word, before: !before, after: !after };
      return { column, word, before, after };
    }),
    ...Object.entries(answers).map(([key, [before, after]]) => ({
      column: "answer",
      word: fieldWord(`answers.${key}`),
      before,
      after,
    })),
  ];
}
