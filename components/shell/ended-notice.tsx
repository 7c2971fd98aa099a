"use client";

import { PauseOctagon, Unplug } from "lucide-react";
import { connectionWords } from "@/components/labels/connection-words";
import { ExactTime } from "@/components/time/exact-time";
import { useNow } from "@/components/time/now-provider";
import type { EventOverviewView } from "@/lib/connections/event-overview-view";
import { countdown } from "./countdown";
import { ErasurePreview } from "./erasure-preview";
import { NoticeBar } from "./notice-bar";
import { ReconnectLink } from "./reconnect-link";

type Props = { eventId: string; connection: EventOverviewView["connection"] };

/** A connection that has ended: why, until when its data waits, and what can be done. */
export function EndedNotice({ eventId, connection }: Props) {
  const { state, cause, since, erasure } = connection;
  const { title, text, because, reconnect } = connectionWords(state, cause);
  return (
    <NoticeBar
      tone="alarm"
      icon={state === "suspended" ? PauseOctagon : Unplug}
      title={title}
      action={<ReconnectLink eventId={eventId} isUrgent={reconnect === "now"} />}
      detail={erasure ? <ErasurePreview eventId={eventId} erasureId={erasure.id} /> : null}
    >
      {because} {text} Since <ExactTime at={since} />.{" "}
      {erasure ? <Deadline at={erasure.plannedAt} /> : null}
    </NoticeBar>
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
