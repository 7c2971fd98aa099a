import { AppError } from "@/lib/errors";
import { fieldOfSort, type ListQuestion } from "@/lib/list-address/list-address";
import { type Sight, seesAnswer, seesField, sightsAll } from "@/lib/members/sight-view";
import type { HistoryEntryView, ValueOriginView } from "./application-detail-view";
import type { ParticipantRow } from "./view-participant";

/** A row without what is not for this sight to see, before anything is made of it. */
export function maskRow<Row extends Pick<ParticipantRow<unknown>, "name" | "email" | "fields">>(
  sight: Sight,
  row: Row,
): Row {
  if (sightsAll(sight)) return row;
  return {
    ...row,
    name: sight.name ? row.name : null,
    email: sight.email ? row.email : null,
    fields: seenAnswers(sight, row.fields),
  };
}

function seenAnswers<T>(sight: Sight, answers: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(answers).filter(([key]) => seesAnswer(sight, key)));
}

/** What changed, without what is not for this sight to see, the names of answers included. */
export function maskChanges<Change extends Pick<HistoryEntryView, "changes" | "answers">>(
  sight: Sight,
  change: Change,
): Change {
  if (sightsAll(sight)) return change;
  const seen = Object.entries(change.changes).filter(
    ([column]) => column === "fields" || seesField(sight, column),
  );
  return {
    ...change,
    changes: Object.fromEntries(seen),
    answers: seenAnswers(sight, change.answers),
  };
}

/** Where values come from, of those fields alone that this sight sees. */
export function maskProvenance(
  sight: Sight,
  provenance: Record<string, ValueOriginView>,
): Record<string, ValueOriginView> {
  return Object.fromEntries(
    Object.entries(provenance).filter(([field]) => seesField(sight, field)),
  );
}

/**
 * Refuses a question whose answer would tell something that this sight does not see: by a filter, an order, a count, or
 * a search where names are hidden. Any other search is narrowed instead (`listSource`). Throws AppError `invalid`, which
 * names the field.
 */
export function requireVisible(
  sight: Sight,
  { filters, sort, q }: Pick<ListQuestion, "filters" | "sort" | "q">,
  facets: readonly string[] = [],
): void {
  const asked = [...filters.map(({ field }) => field), ...sort.map(fieldOfSort), ...facets];
  const hidden = asked.find((field) => !seesField(sight, field));
  if (hidden !== undefined) {
    throw new AppError("invalid", `You do not see ${hidden} here, so nothing can be asked of it.`);
  }
  if (q !== "" && !sight.name) {
    throw new AppError("invalid", "q: you review blindly, and a search would tell who is who.");
  }
}
