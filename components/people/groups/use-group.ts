import { parseAsString, useQueryState } from "nuqs";

/** The field by whose values the list is counted instead of shown; null: it is shown. */
export function useGroup() {
  return useQueryState("group", parseAsString.withOptions({ history: "push" }));
}
