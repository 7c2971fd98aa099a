"use client";

import { useQuery } from "@tanstack/react-query";
import { eventQueries } from "@/components/queries/event-queries";
import { Card } from "@/components/ui/card";
import { DidNotLoad } from "@/components/ui/did-not-load";
import { ReviewSettingsForm } from "./review-settings-form";

/** How the team reviews applications, for whoever says so. */
export function ReviewCard({ eventId }: { eventId: string }) {
  const { data, isError, refetch } = useQuery(eventQueries.reviewSettings(eventId));
  return (
    <Card title="Reviewing" id="reviewing">
      <p className="mb-4 max-w-prose text-soft text-sm leading-relaxed">
        The team rates applications here, to agree. The decision itself is made in Revento.
      </p>
      {data ? <ReviewSettingsForm eventId={eventId} settings={data} /> : null}
      {!data && isError ? <DidNotLoad onRetry={() => void refetch()} /> : null}
    </Card>
  );
}
