"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { RestOfAnswerQuery } from "@/components/queries/answer-queries";
import { Button } from "@/components/ui/button";

type Props = { query: RestOfAnswerQuery; shown: number; length: number };

/** What of an answer is not there yet, and the means to read it. */
export function RestOfAnswer({ query, shown, length }: Props) {
  const [isAsked, setIsAsked] = useState(false);
  const { data, isFetching, isError, hasNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    ...query,
    enabled: isAsked,
  });
  const stretches = data?.pages ?? [];
  const loaded = shown + stretches.reduce((sum, { text }) => sum + text.length, 0);
  const isComplete = isAsked && data !== undefined && !hasNextPage;
  const load = () => {
    if (!isAsked) setIsAsked(true);
    else void (data ? fetchNextPage() : refetch());
  };
  return (
    <div className="mt-2 grid justify-items-start gap-2">
      {stretches.map(({ text, nextOffset }) => (
        <div
          key={nextOffset}
          dir="auto"
          className="w-full whitespace-pre-wrap [overflow-wrap:anywhere]"
        >
          {text}
        </div>
      ))}
      <p role="status" className="text-soft text-xs">
        {isComplete
          ? `All ${inKilobytes(length)} that Foyer has are shown.`
          : `A long answer: ${loaded > 0 ? inKilobytes(loaded) : "the beginning"} of ${inKilobytes(length)}.`}
      </p>
      {isError ? (
        <p role="alert" className="text-rejected text-xs">
          The rest did not load. Try again.
        </p>
      ) : null}
      {isComplete ? null : (
        <Button onClick={load} disabled={isFetching}>
          {isFetching ? "Loading…" : "Show more"}
        </Button>
      )}
    </div>
  );
}

function inKilobytes(characters: number): string {
  return `${Math.max(1, Math.round(characters / 1_024)).toLocaleString("en-GB")} KB`;
}
