"use client";

import { type ReactNode, useId } from "react";
import { ClockTime } from "@/components/time/clock-time";
import { FreshTime } from "@/components/time/fresh-time";
import { useLiveStatus } from "./live-context";
import type { LiveCode } from "./live-status";

type Look = { word: string; dot: string; hint: string };

const FINE = "bg-approved-mark";
const WAITS = "bg-pending-mark";
const BROKEN = "bg-rejected-mark";

const LOOKS: Record<LiveCode, Look> = {
  live: {
    word: "Live",
    dot: FINE,
    hint: "What happens in Revento appears here by itself. The time says when Revento last told Foyer something about this event.",
  },
  polling: {
    word: "Every 20 s",
    dot: FINE,
    hint: "This browser keeps no line open here, so the page asks again every 20 seconds. The time says when Revento last told Foyer something about this event.",
  },
  crowded: {
    word: "Every minute",
    dot: FINE,
    hint: "So many people are here at once that the page asks once a minute instead of being told. The time says when Revento last told Foyer something about this event.",
  },
  checked: {
    word: "Up to date",
    dot: FINE,
    hint: "The page asks Foyer again every 20 seconds. The time says when it did last.",
  },
  connecting: {
    word: "Connecting…",
    dot: `${WAITS} animate-breathe`,
    hint: "The page is getting in touch with Foyer.",
  },
  reconnecting: {
    word: "Reconnecting…",
    dot: `${BROKEN} animate-breathe`,
    hint: "The line to Foyer broke. What you see is as old as it says; it catches up by itself.",
  },
  offline: {
    word: "Offline",
    dot: BROKEN,
    hint: "This browser is in no network. What you see is as old as it says; it catches up by itself.",
  },
  signed_out: {
    word: "Signed out",
    dot: BROKEN,
    hint: "This browser is not signed in to the event any more. What you see is as old as it says.",
  },
  revento_unavailable: {
    word: "Revento unavailable",
    dot: WAITS,
    hint: "Revento does not answer Foyer. What Foyer has stays usable; what is new arrives as soon as Revento is back.",
  },
  paused: {
    word: "Paused",
    dot: WAITS,
    hint: "Foyer's staff paused this event: messages from Revento wait, and nothing is lost.",
  },
  suspended: {
    word: "Suspended",
    dot: BROKEN,
    hint: "Revento has suspended Foyer. Nothing new arrives from any event.",
  },
  not_connected: {
    word: "Not connected",
    dot: BROKEN,
    hint: "Foyer is not connected to this event any more. Nothing new arrives.",
  },
};

type Props = {
  /** A dot alone on a tablet. */
  isRail?: boolean;
};

/** Whether the page shows what is true now, and as of when; a press says what that means. */
export function LiveIndicator({ isRail = false }: Props) {
  const { code, asOf } = useLiveStatus();
  const id = useId();
  const { word, dot, hint } = LOOKS[code];
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        title={hint}
        className={`inline-flex min-h-7 max-w-40 items-center gap-2 rounded-lg border border-line bg-surface px-2.5 py-1 text-left text-soft text-xs leading-tight lg:max-w-none ${isRail ? "sm:max-lg:size-9 sm:max-lg:justify-center sm:max-lg:px-0" : ""}`}
      >
        <span aria-hidden="true" className={`size-2 shrink-0 rounded-full ${dot}`} />
        <span className={`min-w-0 ${isRail ? "sm:max-lg:sr-only" : ""}`}>
          <span role="status" className="block">
            {word}
          </span>
          {asOf ? <span className="block text-xs">{ageOf(code, asOf)}</span> : null}
        </span>
      </button>
      <span
        id={id}
        popover="auto"
        className="m-auto max-w-80 rounded-md border border-line bg-surface p-4 text-ink text-sm leading-relaxed shadow-lift"
      >
        {hint}
      </span>
    </>
  );
}

const COUNTING = new Set<LiveCode>(["live", "polling", "crowded", "checked", "connecting"]);

/** How long ago while that goes on counting; otherwise the moment. */
function ageOf(code: LiveCode, asOf: string): ReactNode {
  if (COUNTING.has(code)) {
    return <FreshTime at={asOf} />;
  }
  return (
    <>
      as of <ClockTime at={asOf} />
    </>
  );
}
