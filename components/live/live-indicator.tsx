"use client";

import { Tooltip } from "@/components/ui/tooltip";
import { useLineState } from "./live-context";
import type { LineState } from "./stream-message";

const LOOKS: Record<LineState, { word: string; dot: string; hint: string }> = {
  live: {
    word: "Live",
    dot: "bg-approved-mark",
    hint: "What happens in Revento appears here by itself.",
  },
  connecting: {
    word: "Connecting…",
    dot: "bg-pending-mark animate-breathe",
    hint: "The page is getting in touch with Foyer.",
  },
  refused: {
    word: "Reconnecting…",
    dot: "bg-rejected-mark animate-breathe",
    hint: "Foyer has no line for this page at the moment. It tries again by itself.",
  },
  polling: {
    word: "Every 20 s",
    dot: "bg-approved-mark",
    hint: "This browser keeps no line open here, so the page asks again every 20 seconds.",
  },
  reconnecting: {
    word: "Reconnecting…",
    dot: "bg-rejected-mark animate-breathe",
    hint: "The line to Foyer broke. What you see may be a little old; it catches up by itself.",
  },
};

/** Whether the page follows what happens, in a word. */
export function LiveIndicator() {
  const { word, dot, hint } = LOOKS[useLineState()];
  return (
    <Tooltip hint={hint}>
      <button
        type="button"
        className="inline-flex min-h-7 cursor-default items-center gap-2 rounded-full border border-line bg-surface px-2.5 text-soft text-xs"
      >
        <span aria-hidden="true" className={`size-2 rounded-full ${dot}`} />
        <span role="status">{word}</span>
      </button>
    </Tooltip>
  );
}
