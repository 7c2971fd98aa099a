import { BarList } from "@/components/charts/bar-list";
import { Panel, PanelNote } from "@/components/console/panel";
import { TimeAgo } from "@/components/time/time-ago";
import { Facts } from "@/components/ui/facts";
import type { RefusalsView } from "@/lib/console/console-overview-view";

const REASONS: Record<string, string> = {
  signature: "Signed by nobody we know",
  stale: "Out of time, and signed by nobody we know",
  stale_genuine: "Revento's, but too old",
  media_type: "Not JSON",
  size: "Over 1 MiB",
  envelope: "Signed, but no delivery",
};

/** What was sent to the webhook address in the last day and not accepted, by reason; the hours are in the picture above. */
export function Refusals({ refusals }: { refusals: RefusalsView }) {
  const { hours, lastAt, lastAcceptedAt } = refusals;
  const total = hours.reduce((sum, { count }) => sum + count, 0);
  return (
    <section id="refused" className="scroll-mt-4">
      <Panel
        title="Refused deliveries"
        aside={total > 0 ? `${total.toLocaleString("en-GB")} in 24 hours` : null}
      >
        {hours.length === 0 ? (
          <PanelNote>None in the last 24 hours.</PanelNote>
        ) : (
          <div className="grid gap-4 p-4">
            <Facts
              facts={[
                ["Last refused", lastAt ? <TimeAgo key="r" at={lastAt} /> : null],
                [
                  "Last accepted",
                  lastAcceptedAt ? <TimeAgo key="a" at={lastAcceptedAt} /> : "never",
                ],
              ]}
            />
            <BarList
              label="Refused deliveries by reason"
              bars={byReason(hours).map(([reason, count]) => ({
                key: reason,
                label: REASONS[reason] ?? reason,
                shown: count.toLocaleString("en-GB"),
                unit: "deliveries",
                share: count / total,
                fill: "rest",
                title: `${count.toLocaleString("en-GB")} ${REASONS[reason] ?? reason}`,
                href: null,
              }))}
            />
          </div>
        )}
      </Panel>
    </section>
  );
}

function byReason(hours: RefusalsView["hours"]): [reason: string, count: number][] {
  const counts = new Map<string, number>();
  for (const { reason, count } of hours) counts.set(reason, (counts.get(reason) ?? 0) + count);
  return [...counts].sort(([, a], [, b]) => b - a);
}
