import { describeStatus } from "@/components/status/describe-status";
import { ExactTime } from "@/components/time/exact-time";
import { Timeline, TimelineEntry } from "@/components/ui/timeline";
import type { MyHistoryEntryView } from "@/lib/portal/me-view";
import { ownChanges, ownHistoryWords } from "./own-history";

/** What happened to one's own application, the newest first. */
export function ApplicationHistory({ history }: { history: MyHistoryEntryView[] }) {
  if (history.length === 0) return <p className="text-soft text-sm">Nothing is known yet.</p>;
  return (
    <Timeline>
      {history.map((entry) => (
        <TimelineEntry
          key={entry.id}
          mark={describeStatus(entry.status).mark}
          title={ownHistoryWords(entry.kind)}
          when={<ExactTime at={entry.at} />}
          notes={ownChanges(entry)}
        />
      ))}
    </Timeline>
  );
}
