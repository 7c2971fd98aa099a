import { CalendarDays } from "lucide-react";
import { isUnderWay, useSyncProgress } from "@/components/live/use-sync-progress";
import { Notice } from "@/components/ui/notice";

/** Why there is no program: it is on its way, or Revento has none. */
export function NoProgram({ eventId }: { eventId: string }) {
  const isComing = isUnderWay(useSyncProgress(eventId));
  return (
    <Notice
      icon={CalendarDays}
      role="status"
      title={isComing ? "The program is being read" : "No program yet"}
      text={
        isComing
          ? "It appears here as soon as it has arrived."
          : "Revento has no activities for this event, or Foyer was not allowed to read them."
      }
    />
  );
}
