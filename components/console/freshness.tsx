"use client";

import type { UseQueryResult } from "@tanstack/react-query";
import { CloudOff } from "lucide-react";
import { useSeconds } from "@/components/time/use-seconds";

type Props = { query: Pick<UseQueryResult, "dataUpdatedAt" | "isError" | "error" | "refetch"> };

/** How old what is shown is; and, where the last attempt failed, that and what can be done. */
export function Freshness({ query: { dataUpdatedAt, isError, error, refetch } }: Props) {
  const now = useSeconds();
  const age = now === null || dataUpdatedAt === 0 ? null : ageInWords(now - dataUpdatedAt);
  if (isError && dataUpdatedAt > 0) {
    return (
      <p className="flex flex-wrap items-center gap-x-2 text-rejected text-xs" role="status">
        <CloudOff aria-hidden="true" size={14} />
        <span>
          Not refreshed: {error?.message ?? "Foyer did not answer."} Shown as of {age ?? "earlier"}.
        </span>
        <button
          type="button"
          onClick={() => void refetch()}
          className="min-h-6 underline underline-offset-4"
        >
          Try again
        </button>
      </p>
    );
  }
  return <p className="min-h-6 text-soft text-xs tabular-nums">Updated {age ?? "just now"}</p>;
}

/** "3 s ago", "4 min ago". */
function ageInWords(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1_000));
  if (seconds < 1) return "just now";
  return seconds < 120 ? `${seconds} s ago` : `${Math.floor(seconds / 60)} min ago`;
}
