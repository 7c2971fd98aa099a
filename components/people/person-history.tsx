import type { ReactNode } from "react";
import { describeStatus } from "@/components/status/describe-status";
import { ExactTime } from "@/components/time/exact-time";
import { Timeline, TimelineEntry } from "@/components/ui/timeline";
import type { HistoryEntryView } from "@/lib/participants/application-detail-view";
import { ChangeValue } from "./detail/change-value";
import { entryChanges } from "./detail/entry-changes";
import { wayWord } from "./detail/origin-words";
import { historyWords } from "./history-words";

const LATE_MS = 60_000;

type Props = { history: HistoryEntryView[]; hasOlder: boolean };

/** What Revento said of somebody and when, the newest first. */
export function PersonHistory({ history, hasOlder }: Props) {
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
            >
              <Changes entry={entry} />
            </TimelineEntry>
          ))}
        </Timeline>
      )}
      {hasOlder ? <p className="mt-4 text-soft text-xs">What came before is not shown.</p> : null}
    </section>
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
          , by <span className="font-mono">{actorId}</span>
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

function Changes({ entry }: { entry: HistoryEntryView }) {
  const changes = entryChanges(entry);
  if (changes.length === 0) return null;
  return (
    <dl className="mt-1.5 grid gap-1.5 text-xs">
      {changes.map(({ column, word, before, after }) => (
        <div key={`${column} ${word}`} className="rounded-md bg-canvas px-2.5 py-1.5">
          <dt className="text-soft [overflow-wrap:anywhere]">{word}</dt>
          <dd className="grid gap-0.5 [overflow-wrap:anywhere]">
            <Side word="Before">
              <ChangeValue column={column} value={before} />
            </Side>
            <Side word="After">
              <ChangeValue column={column} value={after} />
            </Side>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Side({ word, children }: { word: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[3.25rem_minmax(0,1fr)] gap-2">
      <span className="text-soft">{word}</span>
      <div>{children}</div>
    </div>
  );
}
