import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { eventQueries } from "@/components/queries/event-queries";
import { useSight } from "@/components/queries/use-sight";
import { MOST_OF_GROUP, SHORTEST_SEARCH } from "./command";

const PAUSE_MS = 150;

/** Whoever applied, and whoever takes part without. */
export function usePeopleFound(eventId: string, search: string, isAsked: boolean) {
  const { name: seesNames } = useSight(eventId);
  const settled = useSettled(search.trim());
  const question = new URLSearchParams({ q: settled, limit: String(MOST_OF_GROUP) }).toString();
  const asked = {
    placeholderData: keepPreviousData,
    enabled: seesNames && isAsked && settled.length >= SHORTEST_SEARCH,
  };
  const applied = useQuery({
    ...eventQueries.listPage(eventId, "applications", question, 0),
    ...asked,
  });
  const takingPart = useQuery({
    ...eventQueries.listPage(eventId, "participants", question, 0),
    ...asked,
  });
  const rows = [...(applied.data?.rows ?? []), ...(takingPart.data?.rows ?? [])];
  const isFetching = applied.isFetching || takingPart.isFetching;
  return {
    found: [...new Map(rows.map((row) => [row.participantId, row])).values()],
    isSearching: seesNames && isAsked && (isFetching || settled !== search.trim()),
  };
}

/** A text once nobody has typed for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
