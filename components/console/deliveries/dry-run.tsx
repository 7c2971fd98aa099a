"use client";

import type { UseQueryResult } from "@tanstack/react-query";
import type { ComponentProps } from "react";
import { WordBadge } from "@/components/console/word-badge";
import { VERDICT_ORDER, verdictLook } from "@/components/console/words/delivery-looks";
import type { ReplayPreviewView } from "@/lib/console/delivery-list-view";
import { DryRunTable } from "./dry-run-table";

type Props = Pick<ComponentProps<typeof DryRunTable>, "leftOut" | "onLeaveOut"> & {
  preview: UseQueryResult<ReplayPreviewView>;
};

/** What a replay would come to, counted and row by row. Nothing has happened yet. */
export function DryRun({ preview, leftOut, onLeaveOut }: Props) {
  const { data, isError, error, refetch } = preview;
  if (isError) {
    return (
      <p role="alert" className="text-rejected">
        The dry run failed: {error.message}{" "}
        <button
          type="button"
          onClick={() => void refetch()}
          className="underline underline-offset-4"
        >
          Try again
        </button>
      </p>
    );
  }
  if (!data) return <p className="animate-breathe">Trying it out, without doing it …</p>;
  return (
    <>
      <p>
        Tried out, nothing done yet. Replaying puts them back into the inbox, where each is applied
        once, oldest first.
      </p>
      <Verdicts verdicts={data.verdicts} />
      {data.forecasts.length < data.total ? (
        <p className="text-soft text-xs">
          The oldest {data.forecasts.length} of {data.total.toLocaleString("en-GB")} are shown.
        </p>
      ) : null}
      <DryRunTable forecasts={data.forecasts} leftOut={leftOut} onLeaveOut={onLeaveOut} />
    </>
  );
}

function Verdicts({ verdicts }: Pick<ReplayPreviewView, "verdicts">) {
  const others = Object.keys(verdicts).filter((verdict) => !VERDICT_ORDER.includes(verdict));
  return (
    <ul aria-label="Verdicts" className="flex flex-wrap gap-x-4 gap-y-2">
      {[...VERDICT_ORDER, ...others]
        .filter((verdict) => (verdicts[verdict] ?? 0) > 0)
        .map((verdict) => (
          <li key={verdict} className="flex items-center gap-1.5 tabular-nums">
            <WordBadge look={verdictLook(verdict)} /> {verdicts[verdict]?.toLocaleString("en-GB")}
          </li>
        ))}
    </ul>
  );
}
