"use client";

import { type QueryKey, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { eventQueries } from "@/components/queries/event-queries";
import { followChanges } from "./follow-changes";
import { isOverview, outdatedKeys } from "./outdated-keys";
import { refreshLists } from "./refresh-lists";
import type { LiveState } from "./stream-message";

/** Keeps the queries of one event fresh while the page is open. Answers how the stream is doing. */
export function useEventChanges(eventId: string): LiveState {
  const client = useQueryClient();
  const [state, setState] = useState<LiveState>("connecting");

  useEffect(() => {
    const refetch = (keys: QueryKey[]) =>
      Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey })));
    const address = `/api/events/${encodeURIComponent(eventId)}/stream`;
    return followChanges(
      { address, name: `foyer stream ${eventId}` },
      {
        onState: setState,
        // The event was erased, or this seat was taken back: the next answer says so.
        onSignedOut: () => void refetch([eventQueries.all(eventId)]),
        onBatch: async (batch) => {
          const keys = outdatedKeys(eventId, batch);
          const people = batch.all ? undefined : batch.topics.get("participants");
          const named = people instanceof Set ? refreshLists(client, eventId, people) : null;
          // The row that somebody looks at comes before the sums around it.
          await Promise.all([named, refetch(keys.filter((key) => !isOverview(key)))]);
          await refetch(keys.filter(isOverview));
        },
      },
    );
  }, [eventId, client]);

  return state;
}
