import { TriangleAlert } from "lucide-react";
import { ActivityLink } from "./activity-link";
import { describeCapacity, signUpNumbers } from "./capacity-words";
import type { ProgramGroup } from "./group-program";
import { remFromStart, type TimetableDay } from "./hours-between";
import { type Laid, layInLanes } from "./lanes";
import { useProgram } from "./program-context";
import { TimeSpan } from "./time-span";

type Props = { group: ProgramGroup; span: TimetableDay };

/** One thread or place of a day, its activities as long as they take. */
export function TimetableColumn({ group, span }: Props) {
  const laid = layInLanes(group.activities, span.until);
  const lanes = laid.reduce((most, each) => Math.max(most, each.lanes), 1);
  return (
    <div className="flex-1 border-line border-l" style={{ minWidth: `${9 * lanes}rem` }}>
      <h3
        className="line-clamp-2 h-14 border-line border-b px-2 py-2 font-medium text-xs"
        title={group.name}
        dir="auto"
      >
        {group.name}
      </h3>
      <ul className="relative" style={{ height: `${span.hours.length * span.hourRem}rem` }}>
        {laid.map((each) => (
          <Block key={each.activity.activityId} laid={each} span={span} />
        ))}
      </ul>
    </div>
  );
}

function Block({ laid, span }: { laid: Laid; span: TimetableDay }) {
  const { zone, now, opened, changed, overlaps } = useProgram();
  const { activity, start, end, lane, lanes } = laid;
  const { activityId, title, status } = activity;
  const edge = now.has(activityId) ? "border-accent border-2" : "border-line";
  const glow = changed.has(activityId) ? "animate-glow" : "";
  const top = remFromStart(span, start);
  return (
    <li
      id={`activity-${activityId}`}
      tabIndex={-1}
      aria-current={opened === activityId ? "true" : undefined}
      className={`absolute isolate flex scroll-m-16 flex-col gap-0.5 overflow-hidden rounded-md border bg-canvas p-1.5 text-xs leading-snug target:bg-tint aria-[current]:bg-tint ${edge} ${glow}`}
      style={{
        top: `${top + 0.125}rem`,
        height: `${remFromStart(span, end) - top - 0.25}rem`,
        left: `calc(${(lane / lanes) * 100}% + 0.125rem)`,
        width: `calc(${100 / lanes}% - 0.25rem)`,
      }}
    >
      <span className="flex shrink-0 items-center gap-1.5 text-soft">
        <TimeSpan activity={activity} zone={zone} />
        {now.has(activityId) ? <strong className="text-accent">Now</strong> : null}
        {overlaps.has(activityId) ? (
          <span className="text-pending" title="Place taken twice">
            <TriangleAlert aria-hidden="true" size={13} />
            <span className="sr-only">Place taken twice</span>
          </span>
        ) : null}
      </span>
      <ActivityLink
        activityId={activityId}
        className={`line-clamp-2 shrink-0 font-medium [overflow-wrap:anywhere] ${status === "cancelled" ? "line-through" : ""}`}
      >
        {title}
      </ActivityLink>
      <Room laid={laid} />
    </li>
  );
}

function Room({ laid: { activity } }: { laid: Laid }) {
  const look = describeCapacity(activity.capacity === null ? null : activity.capacityState);
  const numbers = signUpNumbers(activity);
  if (activity.status === "cancelled") return <span className="text-rejected">Cancelled</span>;
  if (!numbers) return null;
  return (
    <span className="truncate text-soft tabular-nums" title={numbers}>
      {look ? <span className={`font-medium ${look.badge}`}>{look.word} </span> : null}
      {numbers}
    </span>
  );
}
