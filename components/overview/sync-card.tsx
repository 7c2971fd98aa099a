"use client";

import { DatabaseZap, TriangleAlert } from "lucide-react";
import { roughly, syncSentence } from "@/components/labels/sync-words";
import { isUnderWay } from "@/components/live/use-sync-progress";
import { SecondsUntil } from "@/components/time/seconds-until";
import { Progress } from "@/components/ui/progress";
import type { SyncProgressView } from "@/lib/syncs/sync-progress-view";

/** A read that is under way, or one that went wrong. A finished one is a fact of freshness. */
export function SyncCard({ progress }: { progress: SyncProgressView }) {
  if (progress.state === "failed") return <FailedSync progress={progress} />;
  if (!isUnderWay(progress)) return null;
  const { percent, secondsLeft, waitingUntil, kind } = progress;
  return (
    <section
      aria-label="Reading from Revento"
      className="grid gap-3 rounded-lg border border-line bg-surface p-4 sm:p-5"
    >
      <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-sm">
        <DatabaseZap aria-hidden="true" size={18} className="text-accent" />
        <span className="min-w-48 flex-1">{syncSentence(progress)}</span>
        <span className="text-soft tabular-nums">
          {percent === null ? null : `${percent} %`}
          {percent !== null && secondsLeft !== null ? ", " : null}
          {secondsLeft === null ? null : roughly(secondsLeft)}
        </span>
      </p>
      <Progress label="Reading from Revento" value={percent} />
      <p className="text-soft text-xs leading-relaxed">
        {waitingUntil ? (
          <>
            Goes on <SecondsUntil at={waitingUntil} />.{" "}
          </>
        ) : null}
        {kind === "sync"
          ? "What has arrived can be used already; the rest joins it by itself."
          : "The daily check: what is shown stays usable, and is corrected where it differs."}
      </p>
    </section>
  );
}

function FailedSync({ progress }: { progress: SyncProgressView }) {
  return (
    <section
      role="alert"
      className="flex flex-wrap items-center gap-3 rounded-lg border border-line bg-rejected-tint p-4 text-rejected text-sm"
    >
      <TriangleAlert aria-hidden="true" size={18} />
      <p className="min-w-48 flex-1">
        The last read from Revento failed{progress.error ? ` (${progress.error})` : ""}. What is
        shown is as far as it came; Foyer tries again with the next daily check.
      </p>
    </section>
  );
}
