"use client";

import { useQuery } from "@tanstack/react-query";
import { eventQueries } from "@/components/queries/event-queries";
import { isUnderWay, useSyncProgress } from "./use-sync-progress";

/** Of an event that is read for the first time, what is there is a part. */
export type FirstRead = {
  isUnderWay: boolean;
  /** Everything but the people has been read. */
  isProgramRead: boolean;
};

export function useFirstRead(eventId: string): FirstRead {
  const progress = useSyncProgress(eventId);
  const { data } = useQuery(eventQueries.overview(eventId));
  const isFirst = isUnderWay(progress) && data?.lastFullRead === null;
  return { isUnderWay: isFirst, isProgramRead: !isFirst || progress?.resource === "participants" };
}
