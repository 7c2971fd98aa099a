import { MapPin } from "lucide-react";
import { formatInZone } from "@/components/time/format-in-zone";
import { Badge } from "@/components/ui/badge";
import type { PlacedActivityView } from "@/lib/program/program-view";
import { isContinuedOn } from "./activity-days";
import { ActivityDetails } from "./activity-details";
import { ActivityLink } from "./activity-link";
import { CapacityBar } from "./capacity-bar";
import { OverlapNote, OverlapSign } from "./overlap-note";
import { placeInShort } from "./place-in-short";
import { useProgram } from "./program-context";
import { ThreadName } from "./thread-name";
import { TimeSpan } from "./time-span";

type Props = {
  activity: PlacedActivityView;
  /** The day (YYYY-MM-DD) under whose heading it stands; "" under "Without a time". */
  day: string | null;
};

/** One activity: when, what, where, how many have signed up, and what else needs its place. */
export function ActivityRow({ activity, day }: Props) {
  const { zone, now, next, opened, changed } = useProgram();
  const { activityId, startsAt, status, title } = activity;
  // Under later days it stands once more; links lead to the first.
  const isFirst = !day || !isContinuedOn(day, activity, zone);
  const isOpened = opened === activityId;
  const glow = changed.has(activityId) ? "animate-glow" : "";
  const marked = now.has(activityId)
    ? "border-l-4 border-l-accent"
    : "border-l-4 border-l-transparent";
  return (
    <li
      id={isFirst ? `activity-${activityId}` : undefined}
      tabIndex={-1}
      aria-current={isOpened ? "true" : undefined}
      className={`relative isolate grid scroll-my-24 grid-cols-[4.75rem_minmax(0,1fr)] gap-x-3 gap-y-0.5 px-3 py-2 target:bg-tint aria-[current]:bg-tint sm:grid-cols-[7.5rem_minmax(0,1fr)_11rem] sm:gap-x-5 sm:px-4 sm:py-3 ${marked} ${glow}`}
    >
      <p className="text-soft text-sm">
        {day === null && startsAt ? (
          <span className="block text-xs">{formatInZone(startsAt, "weekday", zone)}</span>
        ) : null}
        {startsAt ? (
          <TimeSpan activity={activity} zone={zone} day={day ?? undefined} />
        ) : (
          "Without a time"
        )}
      </p>
      <div className="min-w-0">
        <h3
          className={`font-medium text-sm leading-snug [overflow-wrap:anywhere] ${status === "cancelled" ? "line-through" : ""}`}
        >
          <ActivityLink activityId={activityId}>{title}</ActivityLink>
        </h3>
        <Marks
          activity={activity}
          isFirst={isFirst}
          isNow={now.has(activityId)}
          isNext={next.has(activityId)}
        />
        {isFirst ? <OverlapNote activityId={activityId} /> : null}
        {isFirst && isOpened ? <ActivityDetails activity={activity} /> : null}
      </div>
      <CapacityBar activity={activity} />
    </li>
  );
}

type MarksProps = {
  activity: PlacedActivityView;
  isFirst: boolean;
  isNow: boolean;
  isNext: boolean;
};

function Marks({ activity, isFirst, isNow, isNext }: MarksProps) {
  const { place, status } = activity;
  return (
    <p className="mt-0.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-soft text-xs">
      {isNow ? <Badge tone="good">Now</Badge> : null}
      {isNext ? <Badge tone="info">Next</Badge> : null}
      {status && status !== "scheduled" ? (
        <span className="font-medium text-rejected first-letter:uppercase">
          {status.replaceAll("_", " ")}
        </span>
      ) : null}
      <ThreadName activity={activity} />
      {place ? (
        <span className="flex items-center gap-1" dir="auto" title={place}>
          <MapPin aria-hidden="true" size={12} className="shrink-0" />
          {placeInShort(place)}
        </span>
      ) : null}
      {isFirst ? <OverlapSign activityId={activity.activityId} /> : null}
    </p>
  );
}
