"use client";

import { useQuery } from "@tanstack/react-query";
import { eventQueries } from "@/components/queries/event-queries";
import { Card } from "@/components/ui/card";
import { DidNotLoad } from "@/components/ui/did-not-load";
import { LabelRow } from "./label-row";
import { NewLabelForm } from "./new-label-form";

/** The words that the team has for applications, for whoever may rename and delete them. */
export function LabelsCard({ eventId }: { eventId: string }) {
  const { data, isError, refetch } = useQuery(eventQueries.labels(eventId));
  return (
    <Card title="Labels" id="labels">
      <p className="mb-4 max-w-prose text-soft text-sm leading-relaxed">
        Words of the team&apos;s for applications. Whoever reviews puts them on, and lists are
        filtered and ordered by them.
      </p>
      {data && data.labels.length > 0 ? (
        <ul className="mb-4 divide-y divide-line border-line border-y">
          {data.labels.map((label) => (
            <LabelRow key={label.id} eventId={eventId} label={label} />
          ))}
        </ul>
      ) : null}
      {!data && isError ? <DidNotLoad onRetry={() => void refetch()} /> : null}
      <div className="max-w-sm">
        <NewLabelForm eventId={eventId} word="Make a label" />
      </div>
    </Card>
  );
}
