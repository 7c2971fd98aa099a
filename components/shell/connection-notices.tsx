"use client";

import { GlobeLock, PauseCircle, RefreshCw } from "lucide-react";
import { connectionWords } from "@/components/labels/connection-words";
import { lazyPiece } from "@/components/ui/lazy-piece";
import { NoticeBar } from "@/components/ui/notice-bar";
import type { EventOverviewView } from "@/lib/connections/event-overview-view";
import { ConsentNotice } from "./consent-notice";

// Loaded where a connection has ended.
const EndedNotice = lazyPiece(() => import("./ended-notice").then((module) => module.EndedNotice));

type Props = { overview: Pick<EventOverviewView, "eventId" | "event" | "role" | "connection"> };

/** What somebody who looks at an event has to know of its connection, over every page of it. */
export function ConnectionNotices({ overview }: Props) {
  const { eventId, event, connection } = overview;
  const { state, cause, isPaused, consentEndsAt } = connection;
  const words = connectionWords(state, cause);
  if (words.hasEnded) return <EndedNotice overview={overview} />;
  return (
    <>
      {state === "preparing" ? (
        <NoticeBar tone="warn" icon={RefreshCw} title={words.title}>
          {words.text}
        </NoticeBar>
      ) : null}
      {isPaused ? (
        <NoticeBar tone="warn" icon={PauseCircle} title="Foyer's staff paused this event">
          Foyer reads nothing for a while, and messages from Revento wait. What is shown is as old
          as it says; nothing is lost. Settings says why.
        </NoticeBar>
      ) : null}
      {event?.publishStatus === "unpublished" ? (
        <NoticeBar tone="calm" icon={GlobeLock} title="This event is not public in Revento">
          Nothing ends with that: Foyer goes on reading it, and its pages stay up to date.
        </NoticeBar>
      ) : null}
      {consentEndsAt ? <ConsentNotice eventId={eventId} endsAt={consentEndsAt} /> : null}
    </>
  );
}
