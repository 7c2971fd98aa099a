"use client";

import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { portalQueries } from "@/components/queries/portal-queries";
import { isWorthRetrying } from "@/components/queries/query-client";
import { followChanges } from "./follow-changes";
import { outdatedPortalKeys } from "./outdated-portal-keys";
import type { LiveState } from "./stream-message";

/** The tab that read the stream has asked the door this long ago at the most. */
const JUST_NOW_MS = 1_000;

/**
 * Keeps the queries of one event's portal fresh while somebody is signed in to it; when they are so no
 * longer, the entry query says why. Answers how the stream is doing.
 */
export function usePortalChanges(eventId: string): LiveState {
  const client = useQueryClient();
  const [state, setState] = useState<LiveState>("connecting");
  const [attempt, setAttempt] = useState(0);
  const entry = useQuery({
    ...portalQueries.entry(eventId),
    select: ({ session }) => session.state === "signed_in",
  });
  const isSignedIn = entry.data === true;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is another stream
  useEffect(() => {
    if (!isSignedIn) return;
    const address = `/api/portal/${encodeURIComponent(eventId)}/stream`;
    const mayGoOn = () => isStillSignedIn(client, eventId, 0);
    return followChanges(
      { address, name: `foyer portal stream ${eventId}`, mayGoOn },
      {
        onState: setState,
        onBatch: (batch) =>
          Promise.all(
            outdatedPortalKeys(eventId, batch).map((queryKey) =>
              client.invalidateQueries({ queryKey }),
            ),
          ),
        onSignedOut: () => {
          setState("connecting");
          // Somebody who has signed in anew meanwhile is followed anew.
          void isStillSignedIn(client, eventId, JUST_NOW_MS).then(
            (isIn) => isIn && setAttempt((count) => count + 1),
          );
        },
      },
    );
  }, [eventId, client, isSignedIn, attempt]);

  return state;
}

/** Asks the door again. While it cannot be reached, nobody is signed out. */
async function isStillSignedIn(
  client: QueryClient,
  eventId: string,
  staleTime: number,
): Promise<boolean> {
  try {
    const { session } = await client.fetchQuery({ ...portalQueries.entry(eventId), staleTime });
    return session.state === "signed_in";
  } catch (error) {
    return !(error instanceof Error) || isWorthRetrying(error);
  }
}
