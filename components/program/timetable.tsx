"use client";

import { formatInZone } from "@/components/time/format-in-zone";
import type { ProgramView } from "@/lib/program/program-view";
import { groupByDay } from "./group-by-day";
import { groupProgram } from "./group-program";
import { hoursBetween, type TimetableDay } from "./hours-between";
import { TimetableColumn } from "./timetable-column";
import type { ProgramOrder } from "./use-program-address";

type Props = { program: ProgramView; by: ProgramOrder };

/** Time downwards, threads or places side by side, a table for each day. */
export default function Timetable({ program, by }: Props) {
  const columnsBy = by === "place" ? "place" : "thread";
  return groupByDay(program).map((day) => {
    const ofDay = { ...program, activities: day.activities };
    const span = hoursBetween(day.activities, program.timezone);
    return (
      <section key={day.key} aria-label={day.name} className="mt-7">
        <h2 className="py-2 font-medium">
          {day.name}
          {day.title ? (
            <span className="ml-2 text-soft" dir="auto">
              {day.title}
            </span>
          ) : null}
        </h2>
        {span ? (
          <Table span={span} groups={groupProgram(ofDay, columnsBy)} zone={program.timezone} />
        ) : (
          <p className="text-soft text-sm">
            {day.activities.map((activity) => activity.title).join(", ")}
          </p>
        )}
      </section>
    );
  });
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
        <div className="h-14 border-line border-b" />
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
