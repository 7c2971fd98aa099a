"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { ApiError } from "@/components/queries/api-error";
import { eventQueries } from "@/components/queries/event-queries";
import { applyChanges } from "./apply-changes";
import { followChanges } from "./follow-changes";
import { isOnScreen } from "./on-screen";
import { type LineStatus, NOT_YET } from "./stream-message";
import { whenSettled } from "./when-settled";

/** Keeps the queries of one event fresh while the page is open. Answers how the line is doing. */
export function useEventChanges(eventId: string): LineStatus {
  const client = useQueryClient();
  const [status, setStatus] = useState<LineStatus>(NOT_YET);
  const { error } = useQuery(eventQueries.overview(eventId));
  const isTheirs = !isRefusal(error);

  useEffect(() => {
    if (!isTheirs) return;
    return followChanges(`events/${eventId}`, {
      onStatus: setStatus,
      // The event was erased, or this seat was taken back: the answer says so, here and to the page.
      mayGoOn: async () => {
        const { queryKey } = eventQueries.overview(eventId);
        await client.invalidateQueries({ queryKey });
        return !isRefusal(client.getQueryState(queryKey)?.error);
      },
      isUrgent: (topic, ids) =>
        topic === "connection" || (topic === "participants" && isOnScreen(ids)),
      onBatch: (batch) => whenSettled().then(() => applyChanges(client, eventId, batch)),
    });
  }, [eventId, client, isTheirs]);

  return status;
}

const REFUSALS = [401, 403, 404];

/** Whether the event is not there, or not this browser's to see, any more. */
function isRefusal(error: Error | null | undefined): boolean {
  return error instanceof ApiError && REFUSALS.includes(error.status);
}
