import { GlobeLock, History } from "lucide-react";
import type { PublicEventView } from "@/lib/portal/portal-entry-view";

/** What somebody should know of the event before they read on. */
export function PortalNotices({ event }: { event: PublicEventView }) {
  if (event.isPublic && !event.isOver) return null;
  return (
    <ul className="border-line border-b bg-sunken py-2.5 text-sm leading-snug *:mx-auto *:max-w-4xl *:px-4 sm:*:px-6">
      {event.isPublic ? null : (
        <li className="flex gap-2.5 not-first:mt-2">
          <GlobeLock aria-hidden="true" size={17} className="mt-px shrink-0 text-soft" />
          This event is not public at present. You still see it because you are signed in.
        </li>
      )}
      {event.isOver ? (
        <li className="flex gap-2.5 not-first:mt-2">
          <History aria-hidden="true" size={17} className="mt-px shrink-0 text-soft" />
          This event is over.
        </li>
      ) : null}
    </ul>
  );
}
