"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { portalQueries } from "@/components/queries/portal-queries";
import { isWorthRetrying } from "@/components/queries/query-client";
import { followChanges } from "./follow-changes";
import { outdatedPortalKeys } from "./outdated-portal-keys";
import { type LineStatus, NOT_YET } from "./stream-message";

/**
 * Keeps the queries of one event's portal fresh while somebody is signed in to it; when they are so no
 * longer, the entry query says why. Answers how the line is doing.
 */
export function usePortalChanges(eventId: string): LineStatus {
  const client = useQueryClient();
  const [status, setStatus] = useState<LineStatus>(NOT_YET);
  const entry = useQuery({
    ...portalQueries.entry(eventId),
    select: ({ session }) => session.state === "signed_in",
  });
  const isSignedIn = entry.data === true;

  useEffect(() => {
    if (!isSignedIn) return;
    const known = client.getQueryData(portalQueries.entry(eventId).queryKey)?.session;
    return followChanges(`portal/${eventId}`, {
      last: known?.state === "signed_in" ? known.head : null,
      onStatus: setStatus,
      // What is told without a name is the person's own; the rest is everybody's.
      isUrgent: (topic) => topic !== "program" && topic !== "event",
      // While the door cannot be reached, nobody is signed out.
      mayGoOn: async () => {
        try {
          const options = { ...portalQueries.entry(eventId), staleTime: 0 };
          return (await client.fetchQuery(options)).session.state === "signed_in";
        } catch (error) {
          return !(error instanceof Error) || isWorthRetrying(error);
        }
      },
      onBatch: (batch) =>
        Promise.all(
          outdatedPortalKeys(eventId, batch).map((queryKey) =>
            client.invalidateQueries({ queryKey }),
          ),
        ),
    });
  }, [eventId, client, isSignedIn]);

  return status;
}
