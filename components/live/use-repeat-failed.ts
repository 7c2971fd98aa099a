"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { isWorthRetrying } from "@/components/queries/query-client";
import type { LineState } from "./stream-message";

/** Asks again for what could not be fetched, as soon as the line is back. */
export function useRepeatFailed(line: LineState): void {
  const client = useQueryClient();
  const wasBroken = useRef(false);
  useEffect(() => {
    if (line === "reconnecting" || line === "refused") wasBroken.current = true;
    if (line !== "live" || !wasBroken.current) return;
    wasBroken.current = false;
    void client.refetchQueries({
      type: "active",
      predicate: ({ state }) => state.error !== null && isWorthRetrying(state.error),
    });
  }, [client, line]);
}
