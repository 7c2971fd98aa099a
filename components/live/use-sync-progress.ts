"use client";

import { useQuery } from "@tanstack/react-query";
import { useLiveStatus } from "@/components/live/live-context";
import { eventQueries } from "@/components/queries/event-queries";
import type { SyncProgressView } from "@/lib/syncs/sync-progress-view";

const LOOK_EVERY_MS = 5_000;

export function isUnderWay(progress: SyncProgressView | null | undefined): boolean {
  return progress?.state === "queued" || progress?.state === "running";
}

/** The latest read of the event. While it runs it is looked at often, should the stream be down. */
export function useSyncProgress(eventId: string): SyncProgressView | null {
  const isLive = useLiveStatus().code === "live";
  const { data } = useQuery({
    ...eventQueries.sync(eventId),
    refetchInterval: ({ state }) => (isUnderWay(state.data) && !isLive ? LOOK_EVERY_MS : false),
  });
  return data ?? null;
}
