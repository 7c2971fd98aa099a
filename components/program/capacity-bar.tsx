import type { ActivityView } from "@/lib/program/program-view";
import { describeCapacity, signUpNumbers } from "./capacity-words";

/** Sign-ups against capacity: the numbers, the state, and a bar that says the same again. */
export function CapacityBar({ activity }: { activity: ActivityView }) {
  const { capacity, signedUpCount, waitlistCount, capacityState } = activity;
  const numbers = signUpNumbers(activity);
  const look = describeCapacity(capacity === null ? null : capacityState);
  if (numbers === null && look === null) return null;
  const share = capacity ? Math.min(100, ((signedUpCount ?? 0) / capacity) * 100) : null;
  return (
    <div className="text-soft text-xs tabular-nums max-sm:col-start-2">
      <p className="flex flex-wrap gap-x-2 sm:justify-end">
        {look ? <span className={`font-medium ${look.badge}`}>{look.word}</span> : null}
        <span>{numbers}</span>
        {waitlistCount ? (
          <span className="sm:hidden">{waitlistCount.toLocaleString("en-GB")} waiting</span>
        ) : null}
      </p>
      {share === null ? null : (
        <div
          aria-hidden="true"
          className="mt-1.5 h-1.5 overflow-hidden rounded-full bg-sunken max-sm:hidden"
        >
          <div
            className={`h-full rounded-full transition-[width] duration-500 ${look?.bar ?? "bg-unasked-mark"}`}
            style={{ width: `${share}%` }}
          />
        </div>
      )}
      {waitlistCount ? (
        <p className="mt-1 text-right max-sm:hidden">
          {waitlistCount.toLocaleString("en-GB")} waiting
        </p>
      ) : null}
    </div>
  );
}
