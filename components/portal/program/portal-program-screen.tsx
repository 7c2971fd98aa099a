"use client";

import { useQuery } from "@tanstack/react-query";
import { CalendarDays } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { CalendarLinks } from "@/components/portal/agenda/calendar-links";
import { NotLoaded } from "@/components/portal/shell/not-loaded";
import { Screen } from "@/components/portal/shell/screen";
import { groupByDay, onlyWithActivities, type ProgramDay } from "@/components/program/group-by-day";
import { matchesTitle } from "@/components/program/match-title";
import { MoreActivities } from "@/components/program/more-activities";
import { firstOf, useGrowing } from "@/components/program/use-growing";
import { portalQueries } from "@/components/queries/portal-queries";
import { Notice } from "@/components/ui/notice";
import type { ActivityView, PublicProgramView } from "@/lib/program/program-view";
import { DayLinks } from "./day-links";
import { DaySection } from "./day-section";
import { NowNextCard } from "./now-next-card";
import { PortalActivity } from "./portal-activity";
import { ProgramFinder, type Wanted } from "./program-finder";
import { StarFailure } from "./star-failure";
import { useChosenZone } from "./use-chosen-zone";
import { useStars } from "./use-stars";
import { ZoneSwitch } from "./zone-switch";

/** More than a screen of them; the rest is drawn by the browser, which has the program anyway. */
const DRAWN_BY_SERVER = 12;

/** The whole program, day by day, with what is on and what comes next. */
export function PortalProgramScreen({ eventId }: { eventId: string }) {
  const { data, error, refetch } = useQuery(portalQueries.program(eventId));
  return (
    <Screen title="Program">
      {data ? (
        <Program eventId={eventId} program={data} />
      ) : (
        <NotLoaded error={error} onRetry={() => void refetch()} />
      )}
    </Screen>
  );
}

function Program({ eventId, program }: { eventId: string; program: PublicProgramView }) {
  const chosen = useChosenZone(program.timezone);
  const { starred, toggle, error } = useStars(eventId);
  const [wanted, setWanted] = useState<Wanted>({ q: "", thread: null });
  const found = program.activities.filter(
    ({ title, thread }) =>
      matchesTitle(title, wanted.q) && (wanted.thread === null || wanted.thread === thread),
  );
  const isPart = program.left > 0 || found.length < program.activities.length;
  const all = groupByDay({ ...program, activities: found }, chosen.zone);
  const days = isPart ? onlyWithActivities(all) : all;
  const rows = days.reduce((sum, { activities }) => sum + activities.length, 0);
  const growing = useGrowing(rows, -1, DRAWN_BY_SERVER);
  useDayInAddress(growing.shown);
  if (program.activities.length === 0) {
    return (
      <Notice
        icon={CalendarDays}
        role="status"
        title="No program yet"
        text="The organizers have not shown a program here yet. As soon as there is one, it appears by itself."
      />
    );
  }
  const drawn = firstOf<ActivityView, ProgramDay>(days, growing.shown);
  return (
    <>
      <NowNextCard activities={program.activities} zone={chosen.zone} />
      <div className="mt-5 mb-2">
        <ZoneSwitch {...chosen} eventZone={program.timezone} />
      </div>
      <ProgramFinder wanted={wanted} threads={threadsOf(program.activities)} onChange={setWanted} />
      {found.length === 0 ? (
        <p role="status" className="mt-6 text-soft">
          No activity is like that.
        </p>
      ) : null}
      <DayLinks days={drawn} reach={growing.reach} />
      <StarFailure error={error} />
      {drawn
        .filter(({ isReached }) => isReached)
        .map((day) => (
          <DaySection key={day.key} day={day}>
            {(activity) => (
              <PortalActivity
                key={activity.activityId}
                activity={activity}
                zone={chosen.zone}
                day={day.key}
                isStarred={starred.has(activity.activityId)}
                onToggle={toggle}
              />
            )}
          </DaySection>
        ))}
      <MoreActivities growing={growing} left={program.left} />
      <div className="mt-8">
        <CalendarLinks eventId={eventId} of={["all"]} />
      </div>
    </>
  );
}

/** In the order in which they first take place. */
function threadsOf(activities: readonly ActivityView[]): string[] {
  return [...new Set(activities.flatMap(({ thread }) => thread ?? []))];
}

/** Goes to the day that the address names, as soon as it is drawn. */
function useDayInAddress(drawn: number): void {
  const isThere = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time more is drawn
  useEffect(() => {
    if (isThere.current || !location.hash) return;
    const day = document.getElementById(location.hash.slice(1));
    isThere.current = day !== null;
    day?.scrollIntoView();
  }, [drawn]);
}
