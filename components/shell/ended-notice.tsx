"use client";

import { PauseOctagon, Unplug } from "lucide-react";
import { connectionWords, POSSIBLE_REASONS } from "@/components/labels/connection-words";
import { ExactTime } from "@/components/time/exact-time";
import { useNow } from "@/components/time/now-provider";
import { NoticeBar } from "@/components/ui/notice-bar";
import type { EventOverviewView } from "@/lib/connections/event-overview-view";
import { may } from "@/lib/members/permissions-view";
import { countdown } from "./countdown";
import { ErasurePreview } from "./erasure-preview";
import { ReconnectLater, ReconnectLink } from "./reconnect-link";

type Props = { overview: Pick<EventOverviewView, "eventId" | "role" | "connection"> };

/** A connection that has ended: why, until when its data waits, and what can be done. */
export function EndedNotice({ overview: { eventId, role, connection } }: Props) {
  const { state, cause, endScope, since, erasure } = connection;
  const { title, text, because, reconnect } = connectionWords(state, cause, endScope);
  return (
    <NoticeBar
      tone="alarm"
      icon={state === "suspended" ? PauseOctagon : Unplug}
      title={title}
      action={
        reconnect === "now" ? <ReconnectLink eventId={eventId} isUrgent /> : <ReconnectLater />
      }
      detail={
        <div className="grid justify-items-start gap-1">
          {endScope === "unknown" ? <PossibleReasons /> : null}
          {erasure ? (
            <ErasurePreview
              eventId={eventId}
              erasureId={erasure.id}
              canErase={may(role, "erasure.begin")}
            />
          ) : null}
        </div>
      }
    >
      {because} {text} Since <ExactTime at={since} />.{" "}
      {erasure ? <Deadline at={erasure.plannedAt} /> : null}
    </NoticeBar>
  );
}

/** Revento told no reason, and nothing else does. */
function PossibleReasons() {
  return (
    <details>
      <summary className="min-h-7 cursor-pointer rounded-sm underline underline-offset-4">
        What can be behind it
      </summary>
      <ul className="mt-1 ml-4 list-disc">
        {POSSIBLE_REASONS.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </details>
  );
}

function Deadline({ at }: { at: string }) {
  const now = useNow();
  return (
    <>
      What Foyer holds of this event{" "}
      <strong className="font-semibold">will be deleted {countdown(at, now)}</strong>, on{" "}
      <ExactTime at={at} />. Connect again before then and the event is read anew, while what your
      team does in Foyer stays.
    </>
  );
}
