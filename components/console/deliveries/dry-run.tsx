"use client";

import type { UseQueryResult } from "@tanstack/react-query";
import { WordBadge } from "@/components/console/word-badge";
import { VERDICT_ORDER, verdictLook } from "@/components/console/words/delivery-looks";
import type { ReplayForecastView, ReplayPreviewView } from "@/lib/console/delivery-list-view";
import { Changes } from "./changes";
import { keyOfDelivery } from "./use-selection";

/** What a replay would come to, counted and row by row. Nothing has happened yet. */
export function DryRun({ preview }: { preview: UseQueryResult<ReplayPreviewView> }) {
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
      <section
        aria-label="What each would come to"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
        tabIndex={0}
        className="max-h-56 overflow-y-auto rounded-md border border-line"
      >
        <ul className="divide-y divide-line">
          {data.forecasts.map((forecast) => (
            <Forecast key={keyOfDelivery(forecast)} forecast={forecast} />
          ))}
        </ul>
      </section>
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

function Forecast({ forecast }: { forecast: ReplayForecastView }) {
  const { type, eventId, deliveryId, verdict, problem, changes } = forecast;
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 px-3 py-2">
      <div className="min-w-0 [overflow-wrap:anywhere]">
        <p className="font-mono text-xs">{type}</p>
        <p className="font-mono text-soft text-xs">
          {eventId ?? "integration"} {deliveryId.slice(0, 8)}
        </p>
        {problem ? <p className="text-rejected text-xs">{problem}</p> : null}
        <Changes changes={changes} />
      </div>
      <WordBadge look={verdictLook(verdict)} />
    </li>
  );
}
