import { BarList } from "@/components/charts/bar-list";
import { ChartTable } from "@/components/charts/chart-table";
import { formatInZone } from "@/components/time/format-in-zone";
import { Card } from "@/components/ui/card";
import type { ActivityFillView } from "@/lib/insights/insights-view";
import { BarsSkeleton } from "./bars-skeleton";
import { inDigits, percentOf } from "./number-words";

type Props = {
  eventId: string;
  timezone: string;
  activities: ActivityFillView;
  /** The program has been read, or as much of it as Foyer may. */
  isRead: boolean;
};
type Filled = ActivityFillView["fullest"][number];

/** The fullest activities; each opens the program at itself. */
export function ActivitiesCard({ eventId, timezone, activities, isRead }: Props) {
  const { fullest, limited, full, seats, taken } = activities;
  const caption = "Fullest activities";
  const hrefOf = ({ activityId }: Filled) =>
    `/events/${eventId}/program?activity=${encodeURIComponent(activityId)}`;
  return (
    <Card
      title={caption}
      className="lg:col-span-3"
      aside={limited > 0 ? `${inDigits(full)} of ${inDigits(limited)} full` : null}
    >
      {limited === 0 && !isRead ? <BarsSkeleton bars={7} /> : null}
      {limited === 0 && isRead ? (
        <p className="text-soft text-sm">No activity of this event has a limit of seats.</p>
      ) : null}
      {limited > 0 ? (
        <>
          <BarList
            label={caption}
            bars={fullest.map((activity) => ({
              key: activity.activityId,
              label: activity.title,
              note: noteOf(activity, timezone),
              shown: seatsOf(activity),
              unit: "seats taken",
              share: activity.signedUpCount / activity.capacity,
              fill: activity.signedUpCount >= activity.capacity ? "plain" : "approved",
              title: `${activity.title}: ${seatsOf(activity)} seats taken`,
              href: hrefOf(activity),
            }))}
          />
          <p className="mt-2 text-soft text-xs tabular-nums">
            {inDigits(taken)} of {inDigits(seats)} seats taken in all, {percentOf(taken, seats)}.
          </p>
          <ChartTable
            caption={caption}
            head={["Activity", "Signed up", "Seats", "Waiting"]}
            rows={fullest.map((activity) => [
              { text: activity.title, href: hrefOf(activity) },
              inDigits(activity.signedUpCount),
              inDigits(activity.capacity),
              inDigits(activity.waitlistCount),
            ])}
          />
        </>
      ) : null}
    </Card>
  );
}

function seatsOf({ signedUpCount, capacity }: Filled): string {
  return `${inDigits(signedUpCount)} of ${inDigits(capacity)}`;
}

function noteOf({ startsAt, signedUpCount, capacity, waitlistCount }: Filled, zone: string) {
  const facts = [
    startsAt
      ? `${formatInZone(startsAt, "weekday", zone)}, ${formatInZone(startsAt, "time", zone)}`
      : null,
    signedUpCount >= capacity ? "full" : null,
    waitlistCount > 0 ? `${inDigits(waitlistCount)} waiting` : null,
  ];
  return facts.filter((fact) => fact !== null).join(" · ");
}
