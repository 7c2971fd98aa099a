import { changeWords } from "@/components/answers/change-words";
import { describeStatus } from "@/components/status/describe-status";
import { ExactTime } from "@/components/time/exact-time";
import { Timeline, TimelineEntry } from "@/components/ui/timeline";
import type { HistoryEntryView } from "@/lib/participants/application-detail-view";
import { historyWords } from "./history-words";

/** What happened to somebody, the newest first. */
export function PersonHistory({ history }: { history: HistoryEntryView[] }) {
  return (
    <section aria-label="History">
      <h3 className="mb-3 font-medium text-sm">History</h3>
      {history.length === 0 ? (
        <p className="text-soft text-sm">Nothing is known yet.</p>
      ) : (
        <Timeline>
          {history.map((entry) => (
            <TimelineEntry
              key={entry.id}
              mark={describeStatus(entry.status).mark}
              title={historyWords(entry.kind)}
              when={<When entry={entry} />}
              notes={Object.entries(entry.changes).map(([field, [before, after]]) =>
                changeWords(field, before, after),
              )}
            />
          ))}
        </Timeline>
      )}
    </section>
  );
}

function When({ entry: { at, actorId } }: { entry: HistoryEntryView }) {
  return (
    <>
      <ExactTime at={at} />
      {actorId ? (
        <>
          , by <span className="font-mono">{actorId}</span>
        </>
      ) : null}
    </>
  );
}
