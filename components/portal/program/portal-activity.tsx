import { MapPin } from "lucide-react";
import type { ReactNode } from "react";
import { TimeSpan } from "@/components/program/time-span";
import type { ActivityView } from "@/lib/program/program-view";
import { signUpWords } from "./sign-ups";
import { StarButton } from "./star-button";

type Props = {
  activity: ActivityView;
  zone: string | null;
  /** The day (YYYY-MM-DD) under which it stands. */
  day: string;
  isStarred: boolean;
  onToggle: (activityId: string) => void;
  children?: ReactNode;
};

/** One activity of the program: when, what, where, and whether one wants to be there. */
export function PortalActivity({ activity, zone, day, isStarred, onToggle, children }: Props) {
  const { activityId, title, description } = activity;
  return (
    <li className="flex scroll-mt-12 items-start gap-2 py-2 pr-1 pl-4">
      <div className="grid min-w-0 flex-1 gap-x-5 gap-y-0.5 py-1.5 sm:grid-cols-[7rem_minmax(0,1fr)]">
        <p className="text-soft text-sm">
          <TimeSpan activity={activity} zone={zone} day={day} />
        </p>
        <div className="min-w-0">
          <h3
            className={`font-medium leading-snug [overflow-wrap:anywhere] ${activity.status === "cancelled" ? "line-through" : ""}`}
            dir="auto"
          >
            {title}
          </h3>
          <Facts activity={activity} />
          {description ? (
            <details className="mt-1 text-sm">
              <summary className="w-fit rounded-sm py-0.5 text-soft text-xs hover:text-ink">
                About it
              </summary>
              <p
                className="whitespace-pre-line leading-relaxed [overflow-wrap:anywhere]"
                dir="auto"
              >
                {description}
              </p>
            </details>
          ) : null}
          {children}
        </div>
      </div>
      <StarButton title={title} isStarred={isStarred} onToggle={() => onToggle(activityId)} />
    </li>
  );
}

function Facts({ activity }: { activity: ActivityView }) {
  const { thread, place, status } = activity;
  const signUps = signUpWords(activity);
  return (
    <p className="mt-0.5 flex flex-wrap gap-x-3 gap-y-0.5 text-soft text-xs leading-relaxed">
      {status && status !== "scheduled" ? (
        <span className="font-medium text-rejected first-letter:uppercase">
          {status.replaceAll("_", " ")}
        </span>
      ) : null}
      {thread ? <span dir="auto">{thread}</span> : null}
      {place ? (
        <span className="flex items-center gap-1" dir="auto">
          <MapPin aria-hidden="true" size={12} className="shrink-0" />
          {place}
        </span>
      ) : null}
      {signUps ? <span className="tabular-nums">{signUps}</span> : null}
    </p>
  );
}
