import { dayInZone, formatInZone, needsYear } from "@/components/time/format-in-zone";
import { endsBeforeStart } from "@/lib/program/activity-span-view";
import type { ActivityView } from "@/lib/program/program-view";
import { daySpan, isAllDay, isContinuedOn } from "./activity-days";

type Props = {
  activity: Pick<ActivityView, "startsAt" | "endsAt">;
  zone: string | null;
  /** The day (YYYY-MM-DD) under which this stands, where it stands under one. */
  day?: string;
};

/**
 * From when until when, on a zone's clock: "18:00 – 19:30", "18:00 – Thu 3 Dec, 12:00", "All day"; under a later
 * day than the one it begins on, "until 12:00".
 */
export function TimeSpan({ activity, zone, day }: Props) {
  const { startsAt, endsAt } = activity;
  if (!startsAt) return null;
  if (isAllDay(activity, zone)) return <WholeDays activity={activity} zone={zone} day={day} />;
  const isContinued = day !== undefined && isContinuedOn(day, activity, zone);
  const beginsOn = isContinued ? day : dayInZone(startsAt, zone);
  return (
    <span className="tabular-nums">
      {isContinued ? (
        "until"
      ) : (
        <time dateTime={startsAt} className="whitespace-nowrap">
          {formatInZone(startsAt, "time", zone)}
        </time>
      )}
      {endsAt && endsAt !== startsAt ? (
        <>
          {isContinued ? " " : " – "}
          <time dateTime={endsAt} className="whitespace-nowrap">
            {formatEnd(beginsOn, { startsAt, endsAt }, zone)}
          </time>
        </>
      ) : null}
      {endsBeforeStart(activity) ? (
        <span className="text-pending"> (ends before it begins)</span>
      ) : null}
    </span>
  );
}

function WholeDays({ activity, zone, day }: Props) {
  const [first, last] = daySpan(activity, zone) ?? [];
  const isMore = first !== last && last !== day;
  return (
    <span>
      All day
      {isMore && last ? (
        <>
          , until{" "}
          <time dateTime={last} className="whitespace-nowrap">
            {formatInZone(
              `${last}T12:00:00Z`,
              needsYear(last, first ?? last) ? "day" : "short weekday",
              null,
            )}
          </time>
        </>
      ) : null}
    </span>
  );
}

function formatEnd(
  beginsOn: string,
  activity: { startsAt: string; endsAt: string },
  zone: string | null,
): string {
  const { endsAt } = activity;
  const endsOn = endsBeforeStart(activity) ? dayInZone(endsAt, zone) : daySpan(activity, zone)?.[1];
  if (endsOn === beginsOn) return formatInZone(endsAt, "time", zone);
  return formatInZone(endsAt, needsYear(endsAt, beginsOn) ? "far until" : "until", zone);
}
