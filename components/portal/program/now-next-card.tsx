"use client";

import { isSoon, nowAndNext } from "@/components/program/now-and-next";
import { TimeSpan } from "@/components/program/time-span";
import { formatInZone } from "@/components/time/format-in-zone";
import { useNow } from "@/components/time/now-provider";
import { TimeAgo } from "@/components/time/time-ago";
import type { ActivityView } from "@/lib/program/program-view";

const SHOWN = 3;

type Props = { activities: readonly ActivityView[]; zone: string | null };

/** What is going on at this moment and what comes after it. */
export function NowNextCard({ activities, zone }: Props) {
  const moment = useNow();
  const { now, next, isOver } = nowAndNext(activities, moment);
  if (isOver) return <p className="text-soft">Everything on the program has taken place.</p>;
  const isNear = isSoon(next[0]?.startsAt ?? null, moment);
  if (now.length === 0 && !isNear) return null;
  return (
    <div className="grid gap-3 sm:grid-cols-2 print:hidden">
      {now.length > 0 ? <Part name="Now" activities={now} zone={zone} /> : null}
      {isNear ? <Part name="Next" activities={next} zone={zone} isComing /> : null}
    </div>
  );
}

type PartProps = Props & { name: string; isComing?: boolean };

function Part({ name, activities, zone, isComing = false }: PartProps) {
  const [first] = activities;
  const others = activities.length - SHOWN;
  return (
    <section aria-label={name} className="rounded-lg border border-line bg-tint p-4">
      <h2 className="flex flex-wrap items-baseline gap-x-2 font-medium text-accent text-sm">
        {name}
        {isComing && first?.startsAt ? (
          <span className="font-normal text-ink text-xs">
            {formatInZone(first.startsAt, "weekday", zone)}, <TimeAgo at={first.startsAt} />
          </span>
        ) : null}
      </h2>
      <ul className="mt-2 grid gap-2">
        {activities.slice(0, SHOWN).map((activity) => (
          <li key={activity.activityId} className="text-sm leading-snug">
            <span className="block font-medium [overflow-wrap:anywhere]" dir="auto">
              {activity.title}
            </span>
            <span className="block text-xs" dir="auto">
              <TimeSpan activity={activity} zone={zone} />
              {activity.place ? `, ${activity.place}` : null}
            </span>
          </li>
        ))}
      </ul>
      {others > 0 ? <p className="mt-2 text-xs">and {others} more</p> : null}
    </section>
  );
}
