"use client";

import { type QueryKey, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { eventQueries } from "@/components/queries/event-queries";

/**
 * Fetches again what is counted from everything, some time after the event's overview has changed: at
 * once after a quiet while, and never sooner than `gapMs` after the last time, however much happens.
 */
export function useKeptFresh(eventId: string, queryKey: QueryKey, gapMs: number): void {
  const client = useQueryClient();
  const { dataUpdatedAt } = useQuery(eventQueries.overview(eventId));
  const seen = useRef(0);
  const fetchedAt = useRef(Number.NEGATIVE_INFINITY);
  const key = JSON.stringify(queryKey);

  useEffect(() => {
    const isFirst = seen.current === 0;
    if (isFirst) seen.current = dataUpdatedAt;
    if (isFirst || seen.current === dataUpdatedAt) return;
    const timer = setTimeout(
      () => {
        seen.current = dataUpdatedAt;
        fetchedAt.current = performance.now();
        void client.invalidateQueries({ queryKey: JSON.parse(key) });
      },
      Math.max(0, fetchedAt.current + gapMs - performance.now()),
    );
    return () => clearTimeout(timer);
  }, [client, dataUpdatedAt, gapMs, key]);
}
