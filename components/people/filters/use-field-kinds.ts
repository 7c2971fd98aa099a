import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { eventQueries } from "@/components/queries/event-queries";
import {
  answerField,
  answerKeyOf,
  BUILT_IN_FIELDS,
  type FieldKind,
  isBuiltInField,
} from "@/lib/list-address/list-fields";
import type { FormFieldView } from "@/lib/participants/form-field-view";

/** A field that a list can be asked about. `answered`: by how many people; null where that says nothing. */
export type ListField = {
  field: string;
  kind: FieldKind | "object";
  answered: number | null;
};

const NO_FIELDS: FormFieldView[] = [];

/** What can be asked of an event's lists: the built-in fields and those of its own form. */
export function useFieldKinds(eventId: string) {
  const { data = NO_FIELDS, isSuccess } = useQuery(eventQueries.formFields(eventId));
  return useMemo(() => {
    const form = data.map(
      ({ key, kind, answered }): ListField => ({
        field: answerField(key),
        kind,
        answered,
      }),
    );
    const kinds = new Map(form.map(({ field, kind }) => [field, kind]));
    return {
      form,
      /** Whether nobody has answered a field that an old link or view still names. */
      isGone: (field: string): boolean =>
        isSuccess && answerKeyOf(field) !== null && !kinds.has(field),
      kindOf: (field: string): ListField["kind"] | null =>
        isBuiltInField(field) ? BUILT_IN_FIELDS[field] : (kinds.get(field) ?? null),
    };
  }, [data, isSuccess]);
}
