"use client";

import { useQuery } from "@tanstack/react-query";
import { trailWords } from "@/components/labels/trail-words";
import { eventQueries } from "@/components/queries/event-queries";
import { ExactTime } from "@/components/time/exact-time";
import { Card } from "@/components/ui/card";
import { DidNotLoad } from "@/components/ui/did-not-load";
import { Timeline, TimelineEntry } from "@/components/ui/timeline";
import type { TrailEntryView } from "@/lib/connections/trail-view";

const MARKS: Record<TrailEntryView["by"], string> = {
  member: "bg-approved-mark",
  revento: "bg-pending-mark",
  foyer: "bg-unasked-mark",
  operator: "bg-revision-mark",
};

/** What happened to the event's connection, and what Foyer's staff did with it. */
export function TrailCard({ eventId }: { eventId: string }) {
  const { data, isError, refetch } = useQuery(eventQueries.trail(eventId));
  return (
    <Card title="What happened" id="trail">
      {data ? (
        <Timeline>
          {data.entries.map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </Timeline>
      ) : null}
      {!data && isError ? <DidNotLoad onRetry={() => void refetch()} /> : null}
    </Card>
  );
}

function Entry({ entry }: { entry: TrailEntryView }) {
  const { title, notes } = trailWords(entry);
  return (
    <TimelineEntry
      mark={MARKS[entry.by]}
      title={title}
      when={<ExactTime at={entry.at} />}
      notes={notes}
    />
  );
}
