import { useQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import { type Sight, seesField, sightOf, sightsAll } from "@/lib/members/sight-view";
import { eventQueries } from "./event-queries";

const EVERYTHING: Sight = sightOf("everything");

/** What of people this browser's member sees, and whether a field is among it. */
export function useSight(eventId: string) {
  const { data: sight = EVERYTHING } = useQuery({
    ...eventQueries.overview(eventId),
    select: (overview) => overview.sight,
  });
  return {
    ...sight,
    all: sightsAll(sight),
    sees: useCallback((field: string) => seesField(sight, field), [sight]),
  };
}
