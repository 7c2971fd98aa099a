import { useQuery } from "@tanstack/react-query";
import { CalendarDays, CalendarX } from "lucide-react";
import { isUnderWay, useSyncProgress } from "@/components/live/use-sync-progress";
import { eventQueries } from "@/components/queries/event-queries";
import { ReconnectLink } from "@/components/shell/reconnect-link";
import { Notice } from "@/components/ui/notice";

const PROGRAM_SCOPE = "program.read";

/** Whether the organizer let Foyer read the program (contract 3.6); true until that is known. */
function useMayReadProgram(eventId: string): boolean {
  const { data } = useQuery(eventQueries.overview(eventId));
  return data?.connection.scopes.includes(PROGRAM_SCOPE) ?? true;
}

/** Why there is no program: it is on its way, Foyer may not read it, or Revento has none. */
export function NoProgram({ eventId }: { eventId: string }) {
  const isComing = isUnderWay(useSyncProgress(eventId));
  const isAllowed = useMayReadProgram(eventId);
  if (!isAllowed) {
    return (
      <Notice
        icon={CalendarX}
        role="status"
        title="Foyer may not read the program"
        text="It was left out when this event was connected. Connect again and allow the program: nothing is interrupted, and nothing is lost."
      >
        <ReconnectLink eventId={eventId} isUrgent />
      </Notice>
    );
  }
  return (
    <Notice
      icon={CalendarDays}
      role="status"
      title={isComing ? "The program is being read" : "No program yet"}
      text={
        isComing
          ? "It appears here as soon as it has arrived."
          : "Revento has no activities for this event yet. When it does, they appear here by themselves."
      }
    />
  );
}

/** Over a program that was read before the organizer took the permission for it back. */
export function OutdatedProgram({ eventId }: { eventId: string }) {
  if (useMayReadProgram(eventId)) return null;
  return (
    <div
      role="status"
      className="mt-4 flex flex-wrap items-center justify-between gap-3 rounded-md bg-pending-tint px-3 py-2 text-pending text-sm"
    >
      <p>Foyer may no longer read the program: what you see here is not kept up to date.</p>
      <ReconnectLink eventId={eventId} isUrgent={false} />
    </div>
  );
}
