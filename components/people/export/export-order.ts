import { columnsInForce } from "@/components/people/columns/columns-in-force";
import type { ExportFormat } from "@/lib/exports/export-view";
import {
  answerField,
  answerKeyOf,
  isBuiltInField,
  type ListKind,
} from "@/lib/list-address/list-fields";
import type { Picked } from "@/lib/list-address/picked";
import type { FormFieldView } from "@/lib/participants/form-field-view";
import type { ListLayoutView } from "@/lib/saved-views/list-layout-view";

/** What our API is asked to write into a file. */
export type ExportOrder = {
  list: ListKind;
  format: ExportFormat;
  address: string;
  columns: string[];
  picked?: Picked;
};

const BEFORE_ANSWERS = ["name", "email", "status", "role", "wave"];
const AFTER_ANSWERS = ["submitted", "decision", "reviewed", "reviewer", "registered", "updated"];
const IDS = ["participant", "application"];

/** What the team made of them, for whoever sees it. */
const OF_REVIEWS = ["rating", "reviews", "spread", "labels", "assignee", "notes"];

type Fields = readonly FormFieldView[] | undefined;

/** The columns that are seen, in order; where the answers stand in short, all of them in full. */
export function shownColumns(
  kind: ListKind,
  asked: readonly string[] | null,
  layout: Pick<ListLayoutView, "columns"> | undefined,
  fields: Fields,
): string[] {
  const columns = columnsInForce(kind, asked, layout).map(({ id }) => id);
  const shown = columns.includes("email")
    ? columns
    : // On the page it stands under the name.
      columns.flatMap((id) => (id === "name" ? [id, "email"] : id));
  return spread(shown, fields).filter(
    (each) => each === "answers" || isBuiltInField(each) || answerKeyOf(each) !== null,
  );
}

/** Everything that is known of somebody. */
export function allColumns(fields: Fields, seesReviews: boolean): string[] {
  const ofReviews = seesReviews ? OF_REVIEWS : [];
  return spread([...BEFORE_ANSWERS, "answers", ...AFTER_ANSWERS, ...ofReviews, ...IDS], fields);
}

/** While nobody knows the form's fields, "answers" asks the server for all of them. */
function spread(columns: string[], fields: Fields): string[] {
  if (!fields) return columns;
  const all = fields.map(({ key }) => answerField(key)).filter((each) => !columns.includes(each));
  return columns.flatMap((each) => (each === "answers" ? all : each));
}
