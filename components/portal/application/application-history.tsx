import { describeStatus } from "@/components/status/describe-status";
import { ExactTime } from "@/components/time/exact-time";
import type { MyHistoryEntryView } from "@/lib/portal/me-view";
import { ownChanges, ownHistoryWords } from "./own-history";

/** What happened to one's own application, the newest first. */
export function ApplicationHistory({ history }: { history: MyHistoryEntryView[] }) {
  if (history.length === 0) return <p className="text-soft text-sm">Nothing is known yet.</p>;
  return (
    <ol className="ml-1.5 grid gap-4 border-line border-l pl-5">
      {history.map((entry) => (
        <Entry key={entry.id} entry={entry} />
      ))}
    </ol>
  );
}

function Entry({ entry }: { entry: MyHistoryEntryView }) {
  const { mark } = describeStatus(entry.status);
  return (
    <li className="relative text-sm">
      <span
        aria-hidden="true"
        className={`-left-[1.5625rem] absolute top-1.5 size-2.5 rounded-full ring-4 ring-surface ${mark}`}
      />
      <p>{ownHistoryWords(entry.kind)}</p>
      <p className="text-soft text-xs">
        <ExactTime at={entry.at} />
      </p>
      {ownChanges(entry).map((change) => (
        <p key={change} className="mt-0.5 text-soft text-xs [overflow-wrap:anywhere]" dir="auto">
          {change}
        </p>
      ))}
    </li>
  );
}
