import { MapPin } from "lucide-react";
import { formatInZone } from "@/components/time/format-in-zone";
import type { ActivityView } from "@/lib/program/program-view";

type Props = { activity: ActivityView; zone: string | null };

/** One activity: when, what, where, and how many have signed up. */
export function ActivityRow({ activity, zone }: Props) {
  const { startsAt, endsAt, thread, place, status } = activity;
  return (
    <li className="grid gap-x-5 gap-y-1 px-4 py-3 sm:grid-cols-[7rem_minmax(0,1fr)_9rem]">
      <p className="text-soft text-sm tabular-nums">
        {startsAt ? formatInZone(startsAt, "time", zone) : null}
        {startsAt && endsAt ? ` – ${formatInZone(endsAt, "time", zone)}` : null}
      </p>
      <div className="min-w-0">
        <p className="font-medium text-sm [overflow-wrap:anywhere]" dir="auto">
          {activity.title}
        </p>
        <p className="mt-0.5 flex flex-wrap gap-x-3 text-soft text-xs">
          {thread ? <span dir="auto">{thread}</span> : null}
          {place ? (
            <span className="flex items-center gap-1">
              <MapPin aria-hidden="true" size={12} />
              {place}
            </span>
          ) : null}
          {status && status !== "scheduled" ? <span>{status.replaceAll("_", " ")}</span> : null}
        </p>
      </div>
      <SignUps activity={activity} />
    </li>
  );
}

function SignUps({ activity }: { activity: ActivityView }) {
  const { capacity, signedUpCount, waitlistCount } = activity;
  if (signedUpCount === null && capacity === null) return null;
  const share = capacity ? Math.min(100, ((signedUpCount ?? 0) / capacity) * 100) : null;
  return (
    <div className="text-soft text-xs tabular-nums sm:text-right">
      <p>
        {signedUpCount ?? "?"}
        {capacity === null ? " signed up" : ` of ${capacity} seats`}
      </p>
      {waitlistCount ? <p>{waitlistCount} waiting</p> : null}
      {share === null ? null : (
        <div aria-hidden="true" className="mt-1.5 h-1.5 overflow-hidden rounded-full bg-sunken">
          <div className="h-full rounded-full bg-approved-mark" style={{ width: `${share}%` }} />
        </div>
      )}
    </div>
  );
}
