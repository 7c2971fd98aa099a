import { AppError } from "@/lib/errors";
import { fieldOfSort, type ListQuestion } from "@/lib/list-address/list-address";
import { answerKeyOf } from "@/lib/list-address/list-fields";
import { type Sight, seesField } from "@/lib/members/sight-view";
import type { HistoryEntryView, ValueOriginView } from "./application-detail-view";
import type { ParticipantRow } from "./view-participant";

/** A row without what is not for this sight to see, before anything is made of it. */
export function maskRow<Row extends Pick<ParticipantRow<unknown>, "email" | "fields">>(
  { email, answers }: Sight,
  row: Row,
): Row {
  if (email && answers) return row;
  return { ...row, email: email ? row.email : null, fields: answers ? row.fields : {} };
}

/** What changed, without what is not for this sight to see, the names of answers included. */
export function maskChanges<Change extends Pick<HistoryEntryView, "changes" | "answers">>(
  sight: Sight,
  change: Change,
): Change {
  const { email: _, ...others } = change.changes;
  return {
    ...change,
    changes: sight.email ? change.changes : others,
    answers: sight.answers ? change.answers : {},
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
 * Refuses a question whose answer would tell something that this sight does not see: by a filter, an order or a count.
 * A search is narrowed instead (`listSource`). Throws AppError `invalid`, which names the field.
 */
export function requireVisible(
  sight: Sight,
  { filters, sort }: Pick<ListQuestion, "filters" | "sort">,
  facets: readonly string[] = [],
): void {
  const asked = [...filters.map(({ field }) => field), ...sort.map(fieldOfSort), ...facets];
  const hidden = asked.find((field) => !seesField(sight, field));
  if (hidden === undefined) return;
  const what = answerKeyOf(hidden) === null ? "e-mail addresses" : "answers";
  throw new AppError("invalid", `Your role does not see ${what}, so it cannot ask for ${hidden}.`);
}
