"use client";

import { useQuery } from "@tanstack/react-query";
import { RowCounts } from "@/components/console/row-counts";
import { consoleQueries } from "@/components/queries/console-queries";

/** Exactly what erasing everything of an event would delete now. */
export function ErasurePreview({ eventId }: { eventId: string }) {
  const { data, isError, error, refetch } = useQuery(consoleQueries.erasurePreview(eventId));
  if (data) {
    return (
      <div className="grid gap-2">
        <p className="text-sm">
          <strong className="font-semibold tabular-nums">
            {data.total.toLocaleString("en-GB")}
          </strong>{" "}
          rows would be deleted now:
        </p>
        <RowCounts counts={data.counts} />
      </div>
    );
  }
  if (!isError) return <p className="animate-breathe text-soft text-sm">Counting …</p>;
  return (
    <p role="alert" className="text-rejected text-sm">
      {error.message}{" "}
      <button type="button" onClick={() => void refetch()} className="underline underline-offset-4">
        Try again
      </button>
    </p>
  );
}
