import { EventLink } from "@/components/console/event-link";
import { InDays } from "@/components/console/in-days";
import { Panel, PanelNote } from "@/components/console/panel";
import { causeWords } from "@/components/console/words/state-words";
import { TimeAgo } from "@/components/time/time-ago";
import type { ConsoleActivityView } from "@/lib/console/console-activity-view";

type End = ConsoleActivityView["ends"][number];

/** Which connections ended lately, why, and what comes of what was read. */
export function RecentEnds({ ends }: { ends: readonly End[] }) {
  return (
    <Panel title="Recent ends" aside="in 30 days">
      {ends.length === 0 ? (
        <PanelNote>No connection has ended.</PanelNote>
      ) : (
        <ul className="divide-y divide-line">
          {ends.map((end) => (
            <li key={end.erasureId} className="grid gap-1 px-4 py-3 text-sm">
              <EventLink eventId={end.eventId} title={end.title} />
              <p className="text-soft text-xs">
                {causeWords(end.cause)}, <TimeAgo at={end.endedAt} /> · <Outcome end={end} />
              </p>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Outcome({ end: { state, plannedAt } }: { end: End }) {
  if (state === "completed") return "erased";
  if (state === "withdrawn") return "connected again";
  if (state === "running") return "being erased";
  return (
    <>
      erased <InDays at={plannedAt} />
    </>
  );
}
