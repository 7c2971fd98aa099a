"use client";

import { useEffect } from "react";
import { fetchView } from "@/components/queries/fetch-view";
import type { PortalEntryView } from "@/lib/portal/portal-entry-view";

/** Between two looks, at a moment of its own: many pages wait. */
const LEAST_MS = 20_000;
const SPREAD_MS = 20_000;

/** Loads the page again as soon as the portal is available again. */
export function LookAgain({ eventId }: { eventId: string }) {
  useEffect(() => {
    const end = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    const wait = () => {
      timer = setTimeout(look, LEAST_MS + Math.random() * SPREAD_MS);
    };
    async function look(): Promise<void> {
      const path = `/api/portal/${encodeURIComponent(eventId)}`;
      const entry = await fetchView<PortalEntryView>(path, end.signal).catch(() => null);
      if (end.signal.aborted) return;
      const session = entry?.session;
      const isStill = session?.state === "signed_out" && session.reason === "not_available";
      if (entry && !isStill) location.reload();
      else wait();
    }
    wait();
    return () => {
      end.abort();
      clearTimeout(timer);
    };
  }, [eventId]);
  return null;
}
