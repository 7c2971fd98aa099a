import type { CSSProperties } from "react";
import { useNow } from "@/components/time/now-provider";
import { ActivityLink } from "./activity-link";
import { describeCapacity, signUpNumbers } from "./capacity-words";
import type { ProgramGroup } from "./group-program";
import { remFromStart, type TimetableDay } from "./hours-between";
import { type Laid, layInLanes } from "./lanes";
import { PlaceTakenTwice } from "./overlap-note";
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
        className="h-10 truncate border-line border-b px-2 leading-10 font-medium text-xs"
        title={group.name}
        dir="auto"
      >
        {group.name}
      </h3>
      <div className="relative">
        <NowLine span={span} />
        <ul className="relative" style={{ height: `${span.hours.length * span.hourRem}rem` }}>
          {laid.map((each) => (
            <Block key={each.activity.activityId} laid={each} span={span} />
          ))}
        </ul>
      </div>
    </div>
  );
}

function Block({ laid, span }: { laid: Laid; span: TimetableDay }) {
  const { zone, now, opened, changed, overlaps, colors } = useProgram();
  const { activity, start, end, lane, lanes } = laid;
  const { activityId, title, status, threadId } = activity;
  const edge = now.has(activityId) ? "outline-2 outline-accent" : "";
  const glow = changed.has(activityId) ? "animate-glow" : "";
  const top = remFromStart(span, start);
  return (
    <li
      id={`activity-${activityId}`}
      tabIndex={-1}
      aria-current={opened === activityId ? "true" : undefined}
      className={`absolute isolate flex scroll-m-16 flex-col gap-0.5 overflow-hidden rounded-sm border-(--thread) border-l-4 bg-[color-mix(in_oklab,var(--thread)_13%,var(--surface))] py-1 pr-1.5 pl-2 text-xs leading-snug target:bg-tint aria-[current]:bg-tint ${edge} ${glow}`}
      style={
        {
          "--thread": colors.get(threadId ?? "") ?? "var(--cancelled-mark)",
          top: `${top + 0.125}rem`,
          height: `${remFromStart(span, end) - top - 0.25}rem`,
          left: `calc(${(lane / lanes) * 100}% + 0.125rem)`,
          width: `calc(${100 / lanes}% - 0.25rem)`,
        } as CSSProperties
      }
    >
      <span className="flex shrink-0 items-center gap-1.5 text-soft">
        <TimeSpan activity={activity} zone={zone} />
        {now.has(activityId) ? <strong className="text-accent">Now</strong> : null}
        {overlaps.has(activityId) ? <PlaceTakenTwice /> : null}
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
  const share = activity.capacity ? (activity.signedUpCount ?? 0) / activity.capacity : null;
  return (
    <>
      <span className="truncate text-soft tabular-nums" title={numbers}>
        {look ? <span className={`font-medium ${look.badge}`}>{look.word} </span> : null}
        {numbers}
      </span>
      {share === null ? null : (
        <span aria-hidden="true" className="mt-auto h-1 shrink-0 rounded-full bg-sunken">
          <span
            className={`block h-full rounded-full ${look?.bar ?? "bg-unasked-mark"}`}
            style={{ width: `${Math.min(1, share) * 100}%` }}
          />
        </span>
      )}
    </>
  );
}

/** Where this moment is in a day that is going on. */
function NowLine({ span }: { span: TimetableDay }) {
  const top = remFromStart(span, useNow());
  if (top < 0 || top > span.hours.length * span.hourRem) return null;
  return (
    <div
      aria-hidden="true"
      data-now=""
      className="pointer-events-none absolute inset-x-0 z-10 h-0.5 bg-accent"
      style={{ top: `${top}rem` }}
    />
  );
}
