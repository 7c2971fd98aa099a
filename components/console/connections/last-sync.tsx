import { TimeAgo } from "@/components/time/time-ago";
import type { ConnectionRowView } from "@/lib/console/connection-list-view";
import { runWords } from "./run-words";

type Props = { row: Pick<ConnectionRowView, "lastSync" | "nextReconcileAt"> };

/** How the last read went, what had drifted by then, and when the next one is. */
export function LastSync({ row: { lastSync, nextReconcileAt } }: Props) {
  return (
    <div className="grid gap-0.5">
      <span className={lastSync?.state === "failed" ? "text-rejected" : ""}>
        {lastSync ? runWords(lastSync) : "None yet"}
        {lastSync?.finishedAt ? (
          <>
            , <TimeAgo at={lastSync.finishedAt} />
          </>
        ) : null}
      </span>
      {lastSync && lastSync.drifted + lastSync.removed > 0 ? (
        <span className="text-soft text-xs tabular-nums">
          drift: {lastSync.drifted} corrected, {lastSync.removed} removed
        </span>
      ) : null}
      {nextReconcileAt ? (
        <span className="text-soft text-xs">
          next reconcile <TimeAgo at={nextReconcileAt} />
        </span>
      ) : null}
    </div>
  );
}
