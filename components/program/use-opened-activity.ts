import { useEffect } from "react";

/** Shows the activity that the address names, and puts the focus there. `isThere`: it has a row. */
export function useOpenedActivity(activityId: string | null, isThere: boolean): void {
  useEffect(() => {
    if (activityId === null || !isThere) return;
    const row = document.getElementById(`activity-${activityId}`);
    row?.scrollIntoView({ block: "center" });
    row?.focus({ preventScroll: true });
  }, [activityId, isThere]);
}
