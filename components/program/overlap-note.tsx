import { TriangleAlert } from "lucide-react";
import { ActivityLink } from "./activity-link";
import { useProgram } from "./program-context";
import { TimeSpan } from "./time-span";

/** What else needs the same place at the same time, and when both do. */
export function OverlapNote({ activityId }: { activityId: string }) {
  const { overlaps, zone } = useProgram();
  const found = overlaps.get(activityId);
  if (!found) return null;
  const more = found.count - found.first.length;
  return (
    <ul className="mt-1.5 grid gap-1 text-pending text-xs">
      {found.first.map(({ other, startsAt, endsAt }) => (
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
