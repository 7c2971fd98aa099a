"use client";

import { useQuery } from "@tanstack/react-query";
import { CalendarDays, CloudOff } from "lucide-react";
import { isUnderWay, useSyncProgress } from "@/components/overview/use-sync-progress";
import { eventQueries } from "@/components/queries/event-queries";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { ActivityRow } from "./activity-row";
import { groupByDay, type ProgramDay } from "./group-by-day";

/** The program, day by day, as Revento has it. */
export function ProgramScreen({ eventId }: { eventId: string }) {
  const { data, isError, error, refetch } = useQuery(eventQueries.program(eventId));
  const days = data ? groupByDay(data) : [];
  return (
    <div className="mx-auto max-w-5xl p-4 sm:p-6 lg:p-8">
      <h1 className="font-display text-3xl">Program</h1>
      {!data && isError ? (
        <Notice icon={CloudOff} role="alert" title="This did not load" text={error.message}>
          <Button look="primary" onClick={() => void refetch()}>
            Try again
          </Button>
        </Notice>
      ) : null}
      {days.length > 1 ? <DayLinks days={days} /> : null}
      {data && days.length === 0 ? <NoProgram eventId={eventId} /> : null}
      {days.map((day) => (
        <section
          key={day.key}
          id={`day-${day.key}`}
          aria-label={day.name}
          className="mt-7 scroll-mt-2"
        >
          <h2 className="sticky top-0 z-10 bg-canvas py-2 font-medium">
            {day.name}
            {day.title ? <span className="ml-2 text-soft">{day.title}</span> : null}
          </h2>
          <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
            {day.activities.map((activity) => (
              <ActivityRow
                key={activity.activityId}
                activity={activity}
                zone={data?.timezone ?? null}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function DayLinks({ days }: { days: ProgramDay[] }) {
  return (
    <nav aria-label="Days" className="mt-3 flex flex-wrap gap-2">
      {days.map((day) => (
        <a
          key={day.key}
          href={`#day-${day.key}`}
          className="inline-flex min-h-8 pointer-coarse:min-h-10 items-center rounded-full border border-line bg-surface px-3 text-soft text-xs hover:border-edge hover:text-ink"
        >
          {day.name}
        </a>
      ))}
    </nav>
  );
}

function NoProgram({ eventId }: { eventId: string }) {
  const isComing = isUnderWay(useSyncProgress(eventId));
  return (
    <Notice
      icon={CalendarDays}
      role="status"
      title={isComing ? "The program is being read" : "No program yet"}
      text={
        isComing
          ? "It appears here as soon as it has arrived."
          : "Revento has no activities for this event, or Foyer was not allowed to read them."
      }
    />
  );
}
