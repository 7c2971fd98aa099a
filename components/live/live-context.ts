"use client";

import { createContext, useContext } from "react";
import type { LiveStatus } from "./live-status";

/** Whether what the page shows is true now. */
export const LiveContext = createContext<LiveStatus>({ code: "connecting", asOf: null });

export function useLiveStatus(): LiveStatus {
  return useContext(LiveContext);
}
