"use client";

import { useQuery } from "@tanstack/react-query";
import { ApiError } from "@/components/queries/api-error";
import { eventQueries } from "@/components/queries/event-queries";
import { OfflineBar } from "./offline-bar";
import { SignedOutBar } from "./signed-out-bar";

/** What keeps this browser from the event's news. Whatever lies over the whole page shows it again. */
export function PageNotices({ eventId }: { eventId: string }) {
  const { error } = useQuery({ ...eventQueries.overview(eventId), enabled: false });
  return (
    <>
      <OfflineBar />
      {error instanceof ApiError && error.status === 401 ? (
        <SignedOutBar eventId={eventId} />
      ) : null}
    </>
  );
}
