"use client";

import { useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { eventQueries } from "@/components/queries/event-queries";
import { Card } from "@/components/ui/card";
import { DidNotLoad } from "@/components/ui/did-not-load";
import type { LabelView } from "@/lib/reviews/label-view";
import { DeleteLabelDialog } from "./delete-label-dialog";
import { LabelRow } from "./label-row";
import { NewLabelForm } from "./new-label-form";

/** The words that the team has for applications, for whoever may rename and delete them. */
export function LabelsCard({ eventId }: { eventId: string }) {
  const [deleting, setDeleting] = useState<LabelView | null>(null);
  const [isAsking, setAsking] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const focusAfter = useRef<HTMLElement>(null);
  const { data, isError, refetch } = useQuery(eventQueries.labels(eventId));
  return (
    <Card title="Labels" id="labels">
      <p className="mb-4 max-w-prose text-soft text-sm leading-relaxed">
        Words of the team&apos;s for applications. Whoever reviews puts them on, and lists are
        filtered and ordered by them.
      </p>
      <div ref={list} tabIndex={-1} className="outline-none">
        {data && data.labels.length > 0 ? (
          <ul className="mb-4 divide-y divide-line border-line border-y">
            {data.labels.map((label) => (
              <LabelRow
                key={label.id}
                eventId={eventId}
                label={label}
                onDelete={(button) => {
                  focusAfter.current = button;
                  setDeleting(label);
                  setAsking(true);
                }}
              />
            ))}
          </ul>
        ) : null}
      </div>
      {deleting ? (
        <DeleteLabelDialog
          eventId={eventId}
          label={deleting}
          isOpen={isAsking}
          onClose={() => setAsking(false)}
          onDeleted={() => {
            focusAfter.current = list.current;
          }}
          finalFocus={focusAfter}
        />
      ) : null}
      {!data && isError ? <DidNotLoad onRetry={() => void refetch()} /> : null}
      <div className="max-w-sm">
        <NewLabelForm eventId={eventId} word="Make a label" />
      </div>
    </Card>
  );
}
