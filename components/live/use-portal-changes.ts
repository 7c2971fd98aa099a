"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { portalQueries } from "@/components/queries/portal-queries";
import { isWorthRetrying } from "@/components/queries/query-client";
import { followChanges } from "./follow-changes";
import { PortalChanges } from "./portal-changes";
import { type LineStatus, NOT_YET } from "./stream-message";
import { whenSettled } from "./when-settled";

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
    const changes = new PortalChanges(client, eventId);
    const known = client.getQueryData(portalQueries.entry(eventId).queryKey)?.session;
    const leave = followChanges(`portal/${eventId}`, {
      last: known?.state === "signed_in" ? known.head : null,
      onStatus: setStatus,
      isUrgent: changes.isUrgent,
      onPublic: (update) => void whenSettled().then(() => changes.onPublic(update)),
      onBatch: (batch) => whenSettled().then(() => changes.onBatch(batch)),
      // While the door cannot be reached, nobody is signed out.
      mayGoOn: async () => {
        try {
          const options = { ...portalQueries.entry(eventId), staleTime: 0 };
          return (await client.fetchQuery(options)).session.state === "signed_in";
        } catch (error) {
          return !(error instanceof Error) || isWorthRetrying(error);
        }
      },
    });
    return () => {
      leave();
      changes.stop();
    };
  }, [eventId, client, isSignedIn]);

  return status;
}
