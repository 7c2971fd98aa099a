import { MapPin } from "lucide-react";
import type { ReactNode } from "react";
import { placeInShort } from "@/components/program/place-in-short";
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
  const { activityId, title, description, thread, place } = activity;
  const hasMore = description !== null || (thread !== null && place !== null);
  return (
    <li className="flex scroll-mt-24 items-start gap-1 pr-1 pl-3 sm:pl-4">
      <div className="min-w-0 flex-1 py-1">
        <Unfolding
          isFolded={hasMore}
          more={
            <div className="mt-2 grid gap-2 pb-1 sm:ml-32">
              {thread || place ? <Places thread={thread} place={place} /> : null}
              {description ? (
                <p
                  className="whitespace-pre-line text-sm leading-relaxed [overflow-wrap:anywhere]"
                  dir="auto"
                >
                  {description}
                </p>
              ) : null}
            </div>
          }
        >
          <p className="text-soft text-xs leading-5 sm:text-sm">
            <TimeSpan activity={activity} zone={zone} day={day} />
          </p>
          <div className="min-w-0">
            <h3
              className={`font-medium text-sm leading-5 [overflow-wrap:anywhere] ${activity.status === "cancelled" ? "line-through" : ""}`}
              dir="auto"
            >
              {title}
            </h3>
            <InShort activity={activity} />
          </div>
        </Unfolding>
        {children}
      </div>
      <StarButton title={title} isStarred={isStarred} onToggle={() => onToggle(activityId)} />
    </li>
  );
}

const ROW =
  "grid grid-cols-[4.25rem_minmax(0,1fr)] gap-x-3 sm:grid-cols-[7rem_minmax(0,1fr)] sm:gap-x-4";

type UnfoldingProps = { isFolded: boolean; more: ReactNode; children: ReactNode };

/** The row itself opens what there is to read of it. */
function Unfolding({ isFolded, more, children }: UnfoldingProps) {
  if (!isFolded) return <div className={ROW}>{children}</div>;
  return (
    <details>
      <summary
        className={`${ROW} list-none rounded-sm hover:text-accent [&::-webkit-details-marker]:hidden`}
      >
        {children}
      </summary>
      {more}
    </details>
  );
}

/** One line: what is unusual about it, where it is, and whether there is room. */
function InShort({ activity }: { activity: ActivityView }) {
  const { thread, place, status } = activity;
  const signUps = signUpWords(activity);
  const where = placeInShort(place) ?? thread;
  return (
    <p className="truncate text-soft text-xs">
      {status && status !== "scheduled" ? (
        <span className="mr-2 inline-block font-medium text-rejected first-letter:uppercase">
          {status.replaceAll("_", " ")}
        </span>
      ) : null}
      {signUps ? <span className="tabular-nums">{signUps}</span> : null}
      {signUps && where ? " · " : null}
      <span dir="auto">{where}</span>
    </p>
  );
}

function Places({ thread, place }: Pick<ActivityView, "thread" | "place">) {
  return (
    <p className="flex flex-wrap gap-x-4 gap-y-0.5 text-soft text-sm">
      {thread ? <span dir="auto">{thread}</span> : null}
      {place ? (
        <span className="flex items-center gap-1" dir="auto">
          <MapPin aria-hidden="true" size={13} className="shrink-0" />
          {place}
        </span>
      ) : null}
    </p>
  );
}
