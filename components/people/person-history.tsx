import { changeWords } from "@/components/answers/change-words";
import { describeStatus } from "@/components/status/describe-status";
import { ExactTime } from "@/components/time/exact-time";
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
        <ol className="ml-1.5 grid gap-4 border-line border-l pl-5">
          {history.map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </ol>
      )}
    </section>
  );
}

function Entry({ entry }: { entry: HistoryEntryView }) {
  const { mark } = describeStatus(entry.status);
  return (
    <li className="relative text-sm">
      <span
        aria-hidden="true"
        className={`-left-[1.5625rem] absolute top-1.5 size-2.5 rounded-full ring-4 ring-surface ${mark}`}
      />
      <p>{historyWords(entry.kind)}</p>
      <p className="text-soft text-xs">
        <ExactTime at={entry.at} />
        {entry.actorId ? (
          <>
            , by <span className="font-mono">{entry.actorId}</span>
          </>
        ) : null}
      </p>
      {Object.entries(entry.changes).map(([field, [before, after]]) => (
        <p key={field} className="mt-0.5 text-soft text-xs [overflow-wrap:anywhere]" dir="auto">
          {changeWords(field, before, after)}
        </p>
      ))}
    </li>
  );
}
