"use client";

import { useQuery } from "@tanstack/react-query";
import { UserCheck } from "lucide-react";
import { useState } from "react";
import { ChartPatterns } from "@/components/charts/chart-patterns";
import { MentionsCard } from "@/components/notes/mentions-card";
import { eventQueries } from "@/components/queries/event-queries";
import { useMay } from "@/components/queries/use-may";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DidNotLoad } from "@/components/ui/did-not-load";
import { OPEN_ADDRESS } from "@/lib/reviews/open-view";
import type { ReviewProgressView } from "@/lib/reviews/progress-view";
import { AssignDialog } from "./assign-dialog";
import { AveragesCard } from "./averages-card";
import { DisagreementsCard } from "./disagreements-card";
import { OwnQueue } from "./own-queue";
import { ReviewersCard } from "./reviewers-card";

type Props = { eventId: string };

/** One's own queue, and how far the team is. */
export function ReviewScreen({ eventId }: Props) {
  const { data, isError, refetch } = useQuery(eventQueries.reviewProgress(eventId));
  return (
    <div className="mx-auto grid max-w-5xl grid-cols-[minmax(0,1fr)] gap-5 p-4 sm:p-6 lg:p-8">
      <ChartPatterns />
      <h1 className="font-display text-2xl">Review</h1>
      {data ? <Progress eventId={eventId} progress={data} /> : null}
      {!data && isError ? <DidNotLoad onRetry={() => void refetch()} /> : null}
    </div>
  );
}

function Progress({ eventId, progress }: Props & { progress: ReviewProgressView }) {
  const { applications, averages, reviewers, disagreements, perApplication } = progress;
  return (
    <>
      <OwnQueue eventId={eventId} progress={progress} />
      <MentionsCard eventId={eventId} />
      {applications ? (
        <div className="grid gap-5 lg:grid-cols-2">
          <ReviewersCard
            eventId={eventId}
            reviewers={reviewers}
            applications={applications}
            perApplication={perApplication}
            action={<AssignAll eventId={eventId} open={openOf(progress)} />}
          />
          <AveragesCard eventId={eventId} averages={averages ?? []} />
        </div>
      ) : null}
      {disagreements.length > 0 ? (
        <DisagreementsCard eventId={eventId} disagreements={disagreements} />
      ) : null}
      {applications === null ? (
        <Card title="The team">
          <p className="max-w-prose text-soft text-sm leading-relaxed">
            How far the others are, and what they gave, shows with each application once you have
            rated it yourself.
          </p>
        </Card>
      ) : null}
    </>
  );
}

const openOf = ({ own }: ReviewProgressView) => own.open;

/** Everything that waits for a decision, shared out. */
function AssignAll({ eventId, open }: Props & { open: number }) {
  const [isOpen, setOpen] = useState(false);
  const mayAssign = useMay(eventId, "reviews.manage");
  if (!mayAssign || open === 0) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <UserCheck aria-hidden="true" size={16} />
        Assign
      </Button>
      <AssignDialog
        eventId={eventId}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        selection={{
          query: `${OPEN_ADDRESS}&sort=submitted`,
          list: "applications",
        }}
        count={open}
      />
    </>
  );
}
