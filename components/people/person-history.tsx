import { ReviewerName } from "@/components/labels/reviewer-name";
import { describeStatus } from "@/components/status/describe-status";
import { ExactTime } from "@/components/time/exact-time";
import { Fold } from "@/components/ui/fold";
import { Timeline, TimelineEntry } from "@/components/ui/timeline";
import type { HistoryEntryView } from "@/lib/participants/application-detail-view";
import { ChangeList } from "./detail/change-list";
import { wayWord } from "./detail/origin-words";
import { historyWords } from "./history-words";

const LATE_MS = 60_000;

type Props = { history: HistoryEntryView[]; hasOlder: boolean };

/** What Revento said of somebody and when, the newest first. */
export function PersonHistory({ history, hasOlder }: Props) {
  return (
    <Fold title="History" aside={hasOlder ? undefined : history.length}>
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
            >
              <ChangeList entry={entry} />
            </TimelineEntry>
          ))}
        </Timeline>
      )}
      {hasOlder ? <p className="mt-4 text-soft text-xs">What came before is not shown.</p> : null}
    </Fold>
  );
}

/** When it happened, who did it, by which way Foyer learned of it, and when, if that was later. */
function When({ entry: { at, recordedAt, actorId, kind } }: { entry: HistoryEntryView }) {
  const isLate = recordedAt !== null && Date.parse(recordedAt) - Date.parse(at) > LATE_MS;
  return (
    <>
      <ExactTime at={at} />
      {actorId ? (
        <>
          , by <ReviewerName id={actorId} />
        </>
      ) : null}
      <span className="block">
        {recordedAt === null
          ? "From the application itself: Foyer was not told at the time"
          : `Came by ${wayWord(kind)}`}
        {isLate ? (
          <>
            , recorded <ExactTime at={recordedAt} />
          </>
        ) : null}
      </span>
    </>
  );
}
