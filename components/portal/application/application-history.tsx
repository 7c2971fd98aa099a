"use client";

import { useState } from "react";
import { describeStatus } from "@/components/status/describe-status";
import { ExactTime } from "@/components/time/exact-time";
import { Button } from "@/components/ui/button";
import { Timeline, TimelineEntry } from "@/components/ui/timeline";
import type { MyHistoryEntryView } from "@/lib/portal/me-view";
import { ownChanges, ownHistoryWords } from "./own-history";

const SHOWN_FIRST = 20;

/** What happened to one's own application, the newest first. */
export function ApplicationHistory({ history }: { history: MyHistoryEntryView[] }) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? history : history.slice(0, SHOWN_FIRST);
  if (history.length === 0) return <p className="text-soft text-sm">Nothing is known yet.</p>;
  return (
    <>
      <Timeline>
        {shown.map((entry) => (
          <TimelineEntry
            key={entry.id}
            mark={describeStatus(entry.status).mark}
            title={ownHistoryWords(entry.kind)}
            when={<ExactTime at={entry.at} />}
            notes={ownChanges(entry)}
          />
        ))}
      </Timeline>
      {shown.length < history.length ? (
        <Button className="mt-4" onClick={() => setWhole(true)}>
          Show all {history.length.toLocaleString("en-GB")}
        </Button>
      ) : null}
    </>
  );
}
