import { useEffect, useRef, useState } from "react";
import type { ActivityView } from "@/lib/program/program-view";

const GLOW_MS = 1_800;
const NOTHING: ReadonlySet<string> = new Set();

/** Activities that were there before and are now different, by id. */
function changedActivities(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): string[] {
  return [...after].flatMap(([id, now]) => {
    const known = before.get(id);
    return known !== undefined && known !== now ? [id] : [];
  });
}

/** The activities that have just changed, for as long as they glow. */
export function useChangedActivities(
  activities: readonly ActivityView[] | undefined,
): ReadonlySet<string> {
  const known = useRef<ReadonlyMap<string, string>>(new Map());
  const [changed, setChanged] = useState(NOTHING);

  useEffect(() => {
    const after = new Map(activities?.map((each) => [each.activityId, JSON.stringify(each)]));
    const found = changedActivities(known.current, after);
    known.current = after;
    if (found.length > 0) setChanged(new Set(found));
  }, [activities]);

  useEffect(() => {
    if (changed.size === 0) return;
    const timer = setTimeout(() => setChanged(NOTHING), GLOW_MS);
    return () => clearTimeout(timer);
  }, [changed]);

  return changed;
}
