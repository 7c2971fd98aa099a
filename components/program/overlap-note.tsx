import { TriangleAlert } from "lucide-react";
import { ActivityLink } from "./activity-link";
import type { Overlaps } from "./overlaps-of";
import { useProgram } from "./program-context";
import { TimeSpan } from "./time-span";

/**
 * What else needs the same place at the same time, and when both do. Of two the later says it; the other has only a
 * sign, until it is opened.
 */
export function OverlapNote({ activityId }: { activityId: string }) {
  const { overlaps, zone } = useProgram();
  const said = useSaid(activityId);
  if (said.length === 0) return null;
  const { count = 0, first = [] } = overlaps.get(activityId) ?? {};
  const more = count - first.length;
  return (
    <ul className="mt-1.5 grid gap-1 text-pending text-xs">
      {said.map(({ other, startsAt, endsAt }) => (
        <li key={other.activityId} className="flex items-start gap-1.5">
          <TriangleAlert aria-hidden="true" size={13} className="mt-0.5 shrink-0" />
          <span className="[overflow-wrap:anywhere]">
            Same place as{" "}
            <ActivityLink activityId={other.activityId} className="underline underline-offset-4">
              {other.title}
            </ActivityLink>{" "}
            <TimeSpan activity={{ startsAt, endsAt }} zone={zone} />
          </span>
        </li>
      ))}
      {more > 0 ? (
        <li className="pl-[1.1875rem]">{`and ${more.toLocaleString("en-GB")} more`}</li>
      ) : null}
    </ul>
  );
}

/** The overlaps that stand in words at this activity. */
function useSaid(activityId: string): Overlaps["first"] {
  const { overlaps, places, opened } = useProgram();
  const { first = [] } = overlaps.get(activityId) ?? {};
  if (opened === activityId) return first;
  const own = places.get(activityId) ?? 0;
  return first.filter(({ other }) => (places.get(other.activityId) ?? 0) < own);
}

/** The sign of an overlap whose words stand at the other activity. */
export function OverlapSign({ activityId }: { activityId: string }) {
  const { overlaps } = useProgram();
  const isElsewhere = useSaid(activityId).length === 0;
  return overlaps.has(activityId) && isElsewhere ? <PlaceTakenTwice /> : null;
}

/** The sign of an overlap where its words have no room. */
export function PlaceTakenTwice() {
  return (
    <span className="inline-block text-pending" title="Place taken twice">
      <TriangleAlert aria-hidden="true" size={13} />
      <span className="sr-only">Place taken twice</span>
    </span>
  );
}
