"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { insightQueries } from "@/components/queries/insight-queries";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { FeedEntry, SeveralEntries } from "./feed-entry";
import { FeedSkeleton } from "./feed-skeleton";
import { groupFeed } from "./group-feed";
import { useMorePages } from "./use-more-pages";

/** What happened in the event, the newest first, as far back as anybody wants to read. */
export function FeedCard({ eventId }: { eventId: string }) {
  const query = useInfiniteQuery(insightQueries.feed(eventId));
  const { data, isError, isFetching, hasNextPage } = query;
  const { isWaiting, more } = useMorePages(query);
  if (!data && !isError) return <FeedSkeleton />;
  const entries = data?.pages.flatMap((page) => page.entries) ?? [];
  // A page that is fetched anew can begin where another one ends, while things happen.
  const once = [...new Map(entries.map((one) => [`${one.source} ${one.id}`, one])).values()];
  return (
    <Card title="What happened">
      {data && once.length === 0 ? (
        <p className="text-soft text-sm">Nothing yet. Whatever happens in Revento appears here.</p>
      ) : null}
      <ol className="divide-y divide-line">
        {groupFeed(once).map((line) =>
          line.kind === "one" ? (
            <FeedEntry
              key={`${line.entry.source} ${line.entry.id}`}
              eventId={eventId}
              entry={line.entry}
            />
          ) : (
            // The oldest stays the first that it was grouped with while newer ones come.
            <SeveralEntries
              key={`several ${line.entries.at(-1)?.id}`}
              eventId={eventId}
              entries={line.entries}
            />
          ),
        )}
      </ol>
      {isError && !isFetching ? (
        <p role="alert" className="mt-3 flex flex-wrap items-center gap-3 text-sm">
          This did not load.
          <Button onClick={() => void (data ? query.fetchNextPage() : query.refetch())}>
            Try again
          </Button>
        </p>
      ) : null}
      {hasNextPage && !isError ? (
        <Button className="mt-3 w-full" disabled={isWaiting} focusableWhenDisabled onClick={more}>
          {isWaiting ? "Reading more…" : "Show more"}
        </Button>
      ) : null}
    </Card>
  );
}
