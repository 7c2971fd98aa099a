import { Changes } from "@/components/console/deliveries/changes";
import { Panel, PanelNote } from "@/components/console/panel";
import { inWords } from "@/components/console/words/state-words";
import { TimeAgo } from "@/components/time/time-ago";
import type { ConnectionDetailView } from "@/lib/console/connection-list-view";

type Props = Pick<ConnectionDetailView, "corrections">;

/** What the last daily checks found different and corrected; values are masked as in a body. */
export function CorrectionsTable({ corrections }: Props) {
  return (
    <Panel title="Corrected by the daily check" aside={corrections.length || null}>
      {corrections.length === 0 ? (
        <PanelNote>Nothing so far.</PanelNote>
      ) : (
        <ul className="divide-y divide-line text-sm">
          {corrections.map(({ participantId, cause, at, changes }) => (
            <li
              key={`${at} ${participantId}`}
              className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 px-4 py-2.5"
            >
              <div className="min-w-0 [overflow-wrap:anywhere]">
                <p>
                  {inWords(cause)}, <span className="font-mono text-xs">{participantId}</span>
                </p>
                <Changes changes={changes} />
              </div>
              <span className="text-soft text-xs">
                <TimeAgo at={at} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
