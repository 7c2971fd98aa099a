import type { FormFieldView } from "@/lib/participants/form-field-view";
import type { CountedList } from "./insights-view";

/**
 * The answers to one field of the form. `values` are the most frequent; someone who chose several
 * things counts for each. `others`: answered, but none of `values`. `kind` is null where nobody has
 * answered.
 */
export type BreakdownView = {
  field: string;
  kind: FormFieldView["kind"] | null;
  values: (CountedList & { value: string })[];
  others: CountedList;
  unanswered: CountedList;
  total: CountedList;
};
