import { useQuery } from "@tanstack/react-query";
import { useFieldKinds } from "@/components/people/filters/use-field-kinds";
import { eventQueries } from "@/components/queries/event-queries";
import type { ListKind } from "@/lib/list-address/list-fields";

/** The field that a list is grouped by at first: the first that this event lists, or else the first of its form. */
export function useFirstChoice(eventId: string, kind: ListKind): string {
  const { form } = useFieldKinds(eventId);
  const { data: layout } = useQuery(eventQueries.layout(eventId, kind));
  const shown = [...(layout?.usual ?? []), ...(layout?.columns ?? []).map(({ id }) => id)];
  const groupable = form.filter(({ kind }) => kind !== "object").map(({ field }) => field);
  return shown.find((id) => groupable.includes(id)) ?? groupable[0] ?? "answers.";
}
