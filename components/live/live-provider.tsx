"use client";

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ApiError } from "@/components/queries/api-error";
import { eventQueries } from "@/components/queries/event-queries";
import { LiveContext } from "./live-context";
import { liveStatusOf } from "./live-status";
import { useEventChanges } from "./use-event-changes";
import { useOffline } from "./use-offline";
import { useRepeatFailed } from "./use-repeat-failed";

/** Follows the event's stream for everything inside. */
export function LiveProvider({ eventId, children }: { eventId: string; children: ReactNode }) {
  const line = useEventChanges(eventId);
  const { data, error, dataUpdatedAt } = useQuery(eventQueries.overview(eventId));
  const status = liveStatusOf(line, useOffline(), data?.connection ?? null);
  const isSignedOut = error instanceof ApiError && error.status === 401;
  const signedOut = { code: "signed_out", asOf: new Date(dataUpdatedAt).toISOString() } as const;
  useRepeatFailed(line.state);
  return <LiveContext value={isSignedOut ? signedOut : status}>{children}</LiveContext>;
}
