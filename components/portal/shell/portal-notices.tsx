import { GlobeLock, History } from "lucide-react";
import type { PublicEventView } from "@/lib/portal/portal-entry-view";

/** What somebody should know of the event before they read on. */
export function PortalNotices({ event }: { event: PublicEventView }) {
  if (event.isPublic && !event.isOver) return null;
  return (
    <ul className="grid gap-2 border-line border-b bg-sunken px-4 py-2.5 text-sm leading-snug sm:px-6">
      {event.isPublic ? null : (
        <li className="flex gap-2.5">
          <GlobeLock aria-hidden="true" size={17} className="mt-px shrink-0 text-soft" />
          This event is not public at present. You still see it because you are signed in.
        </li>
      )}
      {event.isOver ? (
        <li className="flex gap-2.5">
          <History aria-hidden="true" size={17} className="mt-px shrink-0 text-soft" />
          This event is over.
        </li>
      ) : null}
    </ul>
  );
}
