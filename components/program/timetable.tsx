"use client";

import { formatInZone } from "@/components/time/format-in-zone";
import type { PlacedActivityView, ProgramView } from "@/lib/program/program-view";
import { hasHoursOn } from "./activity-days";
import { ActivityDetails } from "./activity-details";
import { AllDayList } from "./all-day-list";
import { groupByDay, onlyWithActivities, type ProgramDay } from "./group-by-day";
import { GroupLinks } from "./group-links";
import { groupProgram } from "./group-program";
import { HeadingWords } from "./heading-words";
import { hoursBetween, type TimetableDay } from "./hours-between";
import { MoreActivities } from "./more-activities";
import { NothingOn } from "./nothing-on";
import { ThreadName } from "./thread-name";
import { TimetableColumn } from "./timetable-column";
import { useGrowing } from "./use-growing";
import type { ProgramOrder } from "./use-program-address";

type Props = {
  program: ProgramView;
  by: ProgramOrder;
  opened: string | null;
  /** Some activities are left out. */
  isPart: boolean;
};

/** Time downwards, threads or places side by side, a table for each day. */
export default function Timetable({ program, by, opened, isPart }: Props) {
  const columnsBy = by === "place" ? "place" : "thread";
  const { activities, left } = program;
  const place = activities.findIndex(({ activityId }) => activityId === opened);
  const growing = useGrowing(activities.length, place);
  const drawn = { ...program, activities: activities.slice(0, growing.shown) };
  const days = groupByDay(drawn);
  const isCut = isPart || growing.shown < growing.total;
  const shownDays = isCut ? onlyWithActivities(days) : days;
  const opening = activities.find(({ activityId }) => activityId === opened);
  return (
    <>
      <GroupLinks parts={shownDays} />
      {shownDays.map((day) => (
        <Day key={day.key} program={drawn} day={day} columnsBy={columnsBy} />
      ))}
      <MoreActivities growing={growing} left={left} />
      {opening ? <OpenedActivity activity={opening} /> : null}
    </>
  );
}

/** A block has no room for what there is to read: it stands over the end of the page until it is closed. */
function OpenedActivity({ activity }: { activity: PlacedActivityView }) {
  return (
    <section
      aria-label={activity.title}
      className="sticky bottom-4 z-20 mt-4 ml-auto max-h-[60vh] max-w-xl overflow-y-auto rounded-lg border border-line bg-surface p-4 shadow-lift"
    >
      <h2 className="font-medium [overflow-wrap:anywhere]" dir="auto">
        {activity.title}
      </h2>
      <p className="mt-0.5 text-soft text-xs">
        <ThreadName activity={activity} />
      </p>
      <ActivityDetails activity={activity} />
    </section>
  );
}

type DayProps = {
  program: ProgramView;
  day: ProgramDay<PlacedActivityView>;
  columnsBy: "place" | "thread";
};

function Day({ program, day, columnsBy }: DayProps) {
  const zone = program.timezone;
  const [timed, beside] = partition(day.activities, (each) => hasHoursOn(day.key, each, zone));
  const ofDay = { ...program, activities: timed };
  const span = hoursBetween(timed, zone);
  return (
    <section id={`group-${day.key}`} aria-label={day.name} className="mt-5 scroll-mt-12">
      <h2 className="py-2 font-medium">
        <HeadingWords name={day.name} title={day.title} />
      </h2>
      {day.activities.length === 0 ? <NothingOn /> : null}
      <AllDayList day={day.key} activities={beside} />
      {span ? <Table span={span} groups={groupProgram(ofDay, columnsBy)} zone={zone} /> : null}
    </section>
  );
}

function partition<T>(all: readonly T[], isFirst: (one: T) => boolean): [T[], T[]] {
  const { first = [], second = [] } = Object.groupBy(all, (one) =>
    isFirst(one) ? "first" : "second",
  );
  return [first, second];
}

type TableProps = {
  span: TimetableDay;
  groups: ReturnType<typeof groupProgram>;
  zone: string | null;
};

function Table({ span, groups, zone }: TableProps) {
  return (
    <div className="flex overflow-x-auto rounded-lg border border-line bg-surface">
      <div aria-hidden="true" className="sticky left-0 z-10 w-16 shrink-0 bg-surface">
        <div className="h-10 border-line border-b" />
        <div className="relative" style={{ height: `${span.hours.length * span.hourRem}rem` }}>
          {span.hours.map((hour, at) => (
            <p
              key={hour}
              className="absolute right-2 text-soft text-xs tabular-nums"
              style={{ top: `${at * span.hourRem + 0.25}rem` }}
            >
              {formatInZone(hour, "time", zone)}
            </p>
          ))}
        </div>
      </div>
      {groups.map((group) => (
        <TimetableColumn key={group.key} group={group} span={span} />
      ))}
    </div>
  );
}
