"use client";

import { ExactTime } from "./exact-time";
import { useSeconds } from "./use-seconds";

const MOST_SECONDS = 120;

/** When something goes on: counted down in seconds where it is near, else the moment. */
export function SecondsUntil({ at }: { at: string }) {
  const now = useSeconds();
  const left = now === null ? null : Math.ceil((Date.parse(at) - now) / 1_000);
  if (left === null || left > MOST_SECONDS) {
    return (
      <>
        at <ExactTime at={at} />
      </>
    );
  }
  if (left <= 0) return "now";
  return <span className="tabular-nums">{`in ${left} ${left === 1 ? "second" : "seconds"}`}</span>;
}
