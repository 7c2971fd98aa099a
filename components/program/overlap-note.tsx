import { TriangleAlert } from "lucide-react";
import { ActivityLink } from "./activity-link";
import { useProgram } from "./program-context";
import { TimeSpan } from "./time-span";

/** What else needs the same place at the same time, and when both do. */
export function OverlapNote({ activityId }: { activityId: string }) {
  const { overlaps, zone } = useProgram();
  const others = overlaps.get(activityId);
  if (!others) return null;
  return (
    <ul className="mt-1.5 grid gap-1 text-pending text-xs">
      {others.map(({ other, overlap }) => (
        <li key={other.activityId} className="flex items-start gap-1.5">
          <TriangleAlert aria-hidden="true" size={13} className="mt-0.5 shrink-0" />
          <span className="[overflow-wrap:anywhere]">
            Same place as{" "}
            <ActivityLink activityId={other.activityId} className="underline underline-offset-4">
              {other.title}
            </ActivityLink>{" "}
            <TimeSpan activity={overlap} zone={zone} />
          </span>
        </li>
      ))}
    </ul>
  );
}
