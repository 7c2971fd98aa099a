import { useQueryClient } from "@tanstack/react-query";
import { type RefObject, useEffect, useMemo } from "react";
import { useOnScreen } from "@/components/live/on-screen";
import { refreshNearPages } from "@/components/live/refresh-lists";
import type { PeopleList } from "@/components/people/use-people-list";
import { eventQueries } from "@/components/queries/event-queries";
import type { ListKind } from "@/lib/list-address/list-fields";
import type { ShownRows } from "./use-shown-rows";
import type { SteadyRows } from "./use-steady-rows";

type Options = {
  eventId: string;
  kind: ListKind;
  list: PeopleList;
  shown: ShownRows;
  steady: SteadyRows;
  onScreen: RefObject<ReadonlySet<string>>;
};

/** Tells whoever brings rows up to date which of them are seen. Answers how many newcomers are above them. */
export function useRowsOnScreen({ eventId, kind, list, shown, steady, onScreen }: Options): number {
  const { models, firstSeen, lastSeen } = shown;
  const { see, unseen } = steady;
  const seen = useMemo(
    () => new Set(models.slice(firstSeen, lastSeen + 1).map(({ id }) => id)),
    [models, firstSeen, lastSeen],
  );
  useEffect(() => {
    onScreen.current = seen;
    see((id) => seen.has(id));
  }, [seen, onScreen, see]);
  const { queryKey } = eventQueries.list(eventId, kind, list.question, list.from);
  const client = useQueryClient();
  useOnScreen(queryKey, seen, () => void refreshNearPages(client, queryKey));
  return useMemo(() => {
    const wanted = new Set(unseen);
    return models.slice(0, firstSeen).filter(({ id }) => wanted.has(id)).length;
  }, [models, unseen, firstSeen]);
}
