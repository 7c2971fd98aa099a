import { formatInZone } from "@/components/time/format-in-zone";
import { useNow } from "@/components/time/now-provider";
import { TimeAgo } from "@/components/time/time-ago";
import type { PlacedActivityView } from "@/lib/program/program-view";
import { ActivityLink } from "./activity-link";
import { isSoon, type NowAndNext } from "./now-and-next";
import { useProgram } from "./program-context";
import { TimeSpan } from "./time-span";

const SHOWN = 4;

/** What is on at this moment and what begins next, each a way to its row. */
export function NowNext({ now, next, isOver }: NowAndNext<PlacedActivityView>) {
  const moment = useNow();
  if (isOver) {
    return <p className="mt-4 text-soft text-sm">Everything on the program has taken place.</p>;
  }
  const isNear = isSoon(next[0]?.startsAt ?? null, moment);
  if (now.length === 0 && !isNear) return null;
  return (
    <div className="mt-5 grid gap-3 sm:grid-cols-2 print:hidden">
      {now.length > 0 ? <Part name="Now" activities={now} /> : null}
      {isNear ? <Part name="Next" activities={next} isComing /> : null}
    </div>
  );
}

type PartProps = { name: string; activities: PlacedActivityView[]; isComing?: boolean };

function Part({ name, activities, isComing = false }: PartProps) {
  const { zone } = useProgram();
  const [first] = activities;
  const others = activities.length - SHOWN;
  return (
    <section aria-label={name} className="rounded-lg border border-line bg-tint p-4">
      <h2 className="flex flex-wrap items-baseline justify-between gap-x-2 font-medium text-accent text-sm">
        {name}
        <span className="font-normal text-ink text-xs">
          {isComing && first?.startsAt ? (
            <>
              {formatInZone(first.startsAt, "weekday", zone)}, <TimeAgo at={first.startsAt} />
            </>
          ) : (
            <Clock />
          )}
        </span>
      </h2>
      <ul className="mt-2 grid gap-2">
        {activities.slice(0, SHOWN).map((activity) => (
          <li key={activity.activityId} className="text-sm leading-snug">
            <ActivityLink
              activityId={activity.activityId}
              className="block font-medium [overflow-wrap:anywhere]"
            >
              {activity.title}
            </ActivityLink>
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

/** The time of day at the event. */
function Clock() {
  const { zone } = useProgram();
  return (
    <span className="tabular-nums">
      {formatInZone(new Date(useNow()).toISOString(), "time", zone)}
    </span>
  );
}
