"use client";

import { Unplug } from "lucide-react";
import { ExactTime } from "@/components/time/exact-time";
import { buttonLook } from "@/components/ui/button-look";
import type { EventOverviewView } from "@/lib/connections/event-overview-view";
import { connectionWords } from "./connection-words";

type Props = { eventId: string; connection: EventOverviewView["connection"] };

/** Stands over every page of an event whose connection has ended, and says what can be done. */
export function ConnectionBanner({ eventId, connection }: Props) {
  if (connection.state === "active") return null;
  const { title, text, because, canReconnect } = connectionWords(
    connection.state,
    connection.cause,
  );
  return (
    <div
      role="alert"
      className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b bg-rejected-tint px-4 py-3 text-rejected text-sm sm:px-6"
    >
      <Unplug aria-hidden="true" size={18} className="shrink-0" />
      <p className="min-w-48 flex-1 leading-snug">
        <strong className="font-semibold">{title}.</strong> {because} {text} Since{" "}
        <ExactTime at={connection.since} />.
        {connection.erasure ? (
          <>
            {" "}
            Deleted by <ExactTime at={connection.erasure.plannedAt} />.
          </>
        ) : null}
      </p>
      {canReconnect ? (
        <a href={`/connect?event_id=${eventId}`} className={buttonLook("primary")}>
          Connect again
        </a>
      ) : null}
    </div>
  );
}
