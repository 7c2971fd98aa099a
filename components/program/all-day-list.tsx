import type { PlacedActivityView } from "@/lib/program/program-view";
import { isContinuedOn } from "./activity-days";
import { ActivityLink } from "./activity-link";
import { useProgram } from "./program-context";
import { TimeSpan } from "./time-span";

type Props = { day: string; activities: readonly PlacedActivityView[] };

/** What is on beside the hours of a day's timetable: all day, since an earlier day, or at no time that is known. */
export function AllDayList({ day, activities }: Props) {
  const { zone, opened, changed } = useProgram();
  if (activities.length === 0) return null;
  return (
    <ul aria-label="All day, or without a time" className="mb-2 flex flex-wrap gap-2">
      {activities.map((activity) => {
        const { activityId, title, status, startsAt, place } = activity;
        const isFirst = !isContinuedOn(day, activity, zone);
        return (
          <li
            key={activityId}
            id={isFirst ? `activity-${activityId}` : undefined}
            tabIndex={-1}
            aria-current={isFirst && opened === activityId ? "true" : undefined}
            className={`flex max-w-full flex-wrap items-baseline gap-x-2 rounded-md border border-line bg-surface px-2.5 py-1.5 text-xs aria-[current]:bg-tint ${changed.has(activityId) ? "animate-glow" : ""}`}
          >
            <ActivityLink
              activityId={activityId}
              className={`font-medium [overflow-wrap:anywhere] ${status === "cancelled" ? "line-through" : ""}`}
            >
              {title}
            </ActivityLink>
            <span className="text-soft" dir="auto">
              {startsAt ? <TimeSpan activity={activity} zone={zone} day={day} /> : "Without a time"}
              {place ? `, ${place}` : null}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
