"use client";

import { Pause, Play } from "lucide-react";
import { useEffect, useState } from "react";
import { StatusBadge } from "@/components/status/status-badge";
import { useMediaQuery } from "@/components/ui/use-media-query";
import { playRecording } from "./play-recording";

const FRAMES = playRecording();
const ROWS_SHOWN = 5;

/** The frame that is shown, one after the other for as long as it plays. */
function useFrame(isPlaying: boolean) {
  const [at, setAt] = useState(0);
  useEffect(() => {
    if (!isPlaying) return;
    const timer = setTimeout(() => setAt((at + 1) % FRAMES.length), FRAMES[at]?.forMs);
    return () => clearTimeout(timer);
  }, [at, isPlaying]);
  return FRAMES[at]?.frame;
}

/**
 * The picture of the start page: a lit doorway, and the list of those who come through it, as it changes
 * within six seconds. Says nothing that the words do not.
 */
export function Doorway() {
  const isCalm = useMediaQuery("(prefers-reduced-motion: reduce)", false);
  const [isPaused, setIsPaused] = useState(false);
  const frame = useFrame(!isCalm && !isPaused);
  if (!frame) return null;
  return (
    <div className="relative mx-auto w-full max-w-md rounded-t-full rounded-b-lg border border-line bg-tint px-5 pt-28 pb-5 sm:px-7">
      <div
        aria-hidden="true"
        className="absolute inset-x-5 top-6 h-48 rounded-t-full bg-flash opacity-70 blur-2xl sm:inset-x-12"
      />
      <div
        aria-hidden="true"
        className="relative overflow-hidden rounded-lg border border-line bg-surface shadow-lift"
      >
        <p className="flex items-center gap-4 whitespace-nowrap border-line border-b px-4 py-2.5 text-sm tabular-nums">
          <span className="mr-auto font-medium">Applications</span>
          <span className="text-pending">{frame.counts.pending} pending</span>
          <span className="hidden text-approved sm:inline">{frame.counts.approved} approved</span>
        </p>
        {frame.guests.slice(0, ROWS_SHOWN).map(({ id, name, answer, status }) => (
          <div
            key={`${id} ${status}`}
            className={`relative isolate flex items-center justify-between gap-3 border-line px-4 py-2.5 not-last:border-b ${id === frame.changed ? "animate-glow" : ""}`}
          >
            <span className="min-w-0">
              <span className="block truncate font-medium text-sm">{name}</span>
              <span className="block truncate text-soft text-xs">{answer}</span>
            </span>
            <span className="shrink-0">
              <StatusBadge status={status} />
            </span>
          </div>
        ))}
      </div>
      {isCalm ? null : (
        <button
          type="button"
          aria-label={isPaused ? "Play the picture" : "Pause the picture"}
          className="absolute right-2 -bottom-12 grid size-11 place-items-center rounded-full text-soft hover:text-ink"
          onClick={() => setIsPaused(!isPaused)}
        >
          {isPaused ? (
            <Play aria-hidden="true" size={16} />
          ) : (
            <Pause aria-hidden="true" size={16} />
          )}
        </button>
      )}
    </div>
  );
}
