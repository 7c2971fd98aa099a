import { Panel, PanelNote } from "@/components/console/panel";
import { actionWords, detailLines } from "@/components/console/words/action-words";
import { ExactTime } from "@/components/time/exact-time";
import { Timeline, TimelineEntry } from "@/components/ui/timeline";
import type { TrailEntryView } from "@/lib/console/connection-list-view";

const ACTORS: Record<string, string> = {
  revento: "Revento",
  foyer: "Foyer",
  local: "the local operator",
  operator: "an operator",
};

function actorWords(actor: string): string {
  const known = ACTORS[actor];
  if (known) return known;
  if (actor.startsWith("usr_")) return `participant ${actor}`;
  return /^[0-9a-f]{8}-/.test(actor) ? `member ${actor.slice(0, 8)}` : actor;
}

/** What happened to a connection, and who did what and why, the newest first. */
export function Trail({ entries }: { entries: TrailEntryView[] }) {
  return (
    <Panel title="Trail">
      {entries.length === 0 ? (
        <PanelNote>Nothing has happened yet.</PanelNote>
      ) : (
        <div className="p-5">
          <Timeline>
            {entries.map((entry) => (
              <TimelineEntry
                key={entry.id}
                mark={entry.reason ? "bg-accent" : "bg-unasked-mark"}
                title={actionWords(entry.action)}
                when={
                  <>
                    <ExactTime at={entry.at} />, by {actorWords(entry.actor)}
                  </>
                }
                notes={[
                  ...(entry.reason ? [`“${entry.reason}”`] : []),
                  ...detailLines(entry.detail),
                ]}
              />
            ))}
          </Timeline>
        </div>
      )}
    </Panel>
  );
}
