"use client";

import { createContext, useContext } from "react";
import type { LineState } from "./stream-message";

/** How the stream of the page is doing. */
export const LiveContext = createContext<LineState>("connecting");

export function useLineState(): LineState {
  return useContext(LiveContext);
}
