"use client";

import { createContext, useContext } from "react";
import type { LiveState } from "./stream-message";

/** How the stream of the page is doing. */
export const LiveContext = createContext<LiveState>("connecting");

export function useLiveState(): LiveState {
  return useContext(LiveContext);
}
