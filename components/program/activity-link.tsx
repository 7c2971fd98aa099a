import type { ReactNode } from "react";
import { useProgram } from "./program-context";
import { activityHref } from "./use-program-address";

type Props = { activityId: string; children: ReactNode; className?: string };

/** Goes to an activity on this page; its address can be copied and opened elsewhere. */
export function ActivityLink({ activityId, children, className = "" }: Props) {
  const { eventId, open } = useProgram();
  return (
    <a
      href={activityHref(eventId, activityId)}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        open(activityId);
      }}
      className={`rounded-sm hover:underline hover:underline-offset-4 ${className}`}
      dir="auto"
    >
      {children}
    </a>
  );
}
