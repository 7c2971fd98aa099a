import { useQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import { answerKeyOf } from "@/lib/list-address/list-fields";
import { type Sight, seesField, sightOf, sightsAll } from "@/lib/members/sight-view";
import type { FormFieldView } from "@/lib/participants/form-field-view";
import { eventQueries } from "./event-queries";

const EVERYTHING: Sight = sightOf("everything");

const keysOf = (fields: FormFieldView[]): ReadonlySet<string> =>
  new Set(fields.map(({ key }) => key));

/**
 * What of people this browser's member sees, and whether a field is among it. Which answers are hidden from whoever
 * reviews blindly their browser does not know: it knows the others.
 */
export function useSight(eventId: string) {
  const { data: sight = EVERYTHING } = useQuery({
    ...eventQueries.overview(eventId),
    select: (overview) => overview.sight,
  });
  const { data: form } = useQuery({
    ...eventQueries.formFields(eventId),
    select: keysOf,
    enabled: !sight.name,
  });
  return {
    ...sight,
    all: sightsAll(sight),
    sees: useCallback(
      (field: string) => {
        const key = answerKeyOf(field);
        const isHidden = !sight.name && key !== null && form !== undefined && !form.has(key);
        return !isHidden && seesField(sight, field);
      },
      [sight, form],
    ),
  };
}
