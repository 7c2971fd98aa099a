"use client";

import { useQuery } from "@tanstack/react-query";
import { ChartNoAxesColumn, CloudOff } from "lucide-react";
import type { ReactNode } from "react";
import { ChartPatterns } from "@/components/charts/chart-patterns";
import { useFirstRead } from "@/components/live/use-first-read";
import { insightQueries } from "@/components/queries/insight-queries";
import { useSight } from "@/components/queries/use-sight";
import { Button } from "@/components/ui/button";
import { Fold } from "@/components/ui/fold";
import { Notice } from "@/components/ui/notice";
import { ActivitiesCard } from "./activities-card";
import { BreakdownCard } from "./breakdown-card";
import { DecisionsCard } from "./decisions-card";
import { FunnelCard } from "./funnel-card";
import { InsightsSkeleton } from "./insights-skeleton";
import { OverTimeCard } from "./over-time-card";
import { QualityCard } from "./quality-card";
import { WavesCard } from "./waves-card";

/** The pictures of an event; every number and bar opens the list that it counts. */
export function Insights({ eventId }: { eventId: string }) {
  const sight = useSight(eventId);
  const { data, isError, refetch } = useQuery(insightQueries.insights(eventId));
  const { isUnderWay: isPart, isProgramRead } = useFirstRead(eventId);
  if (!data && isError) {
    return (
      <Framed>
        <Notice
          icon={CloudOff}
          role="alert"
          title="The pictures did not load"
          text="Foyer did not answer."
        >
          <Button look="primary" onClick={() => void refetch()}>
            Try again
          </Button>
        </Notice>
      </Framed>
    );
  }
  const hasApplications = data !== undefined && data.funnel.submitted.count > 0;
  // Nothing is said of what has not been read.
  if (!data || (isPart && !hasApplications)) return <InsightsSkeleton />;
  const { timezone, funnel } = data;
  return (
    <div className="grid grid-cols-1 gap-4 sm:gap-5 lg:grid-cols-6">
      <ChartPatterns />
      {isPart ? (
        <p role="status" className="text-soft text-sm lg:col-span-6">
          The event is being read for the first time: the pictures show what has arrived so far.
        </p>
      ) : null}
      {hasApplications ? (
        <>
          <OverTimeCard eventId={eventId} timezone={timezone} overTime={data.overTime} />
          {sight.answers ? <QualityCard eventId={eventId} quality={data.quality} /> : null}
          <WavesCard
            eventId={eventId}
            timezone={timezone}
            waves={data.waves}
            isRead={isProgramRead}
          />
          {sight.answers ? <BreakdownCard eventId={eventId} fields={data.fields} /> : null}
        </>
      ) : (
        <div className="lg:col-span-6">
          <Framed>
            <Notice
              icon={ChartNoAxesColumn}
              role="status"
              title="No applications yet"
              text="The pictures appear here by themselves as soon as somebody has applied in Revento."
            />
          </Framed>
        </div>
      )}
      <ActivitiesCard
        eventId={eventId}
        timezone={timezone}
        activities={data.activities}
        isRead={isProgramRead}
      />
      {hasApplications ? (
        <div className="lg:col-span-6">
          <Fold title="How far they have come, and how fast">
            <div className="grid grid-cols-1 gap-4 sm:gap-5 lg:grid-cols-5">
              <FunnelCard eventId={eventId} funnel={funnel} />
              <DecisionsCard eventId={eventId} decisions={data.decisions} />
            </div>
          </Fold>
        </div>
      ) : null}
    </div>
  );
}

function Framed({ children }: { children: ReactNode }) {
  return <div className="rounded-lg border border-line bg-surface">{children}</div>;
}
