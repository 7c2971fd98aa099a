import { Panel, PanelNote } from "@/components/console/panel";
import { ExactTime } from "@/components/time/exact-time";
import { TimeAgo } from "@/components/time/time-ago";
import { Facts } from "@/components/ui/facts";
import type { RefusalsView } from "@/lib/console/console-overview-view";

const REASONS: Record<string, string> = {
  signature: "signed by nobody we know",
  stale: "out of time, and signed by nobody we know",
  stale_genuine: "Revento's, but too old",
  media_type: "not JSON",
  size: "over 1 MiB",
  envelope: "signed, but no delivery",
};

const SHOWN = 12;

/** What was sent to the webhook address in the last day and not accepted, by hour and reason. */
export function Refusals({ refusals }: { refusals: RefusalsView }) {
  const { hours, lastAt, lastAcceptedAt } = refusals;
  return (
    <section id="refused" className="scroll-mt-4">
      <Panel title="Refused deliveries">
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
            <ul className="divide-y divide-line text-sm">
              {hours.slice(0, SHOWN).map(({ hour, reason, count }) => (
                <li
                  key={hour + reason}
                  className="flex flex-wrap items-baseline justify-between gap-x-4 py-1.5"
                >
                  <span>
                    <span className="tabular-nums">{count.toLocaleString("en-GB")}</span>{" "}
                    {REASONS[reason] ?? reason}
                  </span>
                  <span className="text-soft text-xs">
                    the hour of <ExactTime at={hour} />
                  </span>
                </li>
              ))}
            </ul>
          </div>
        )}
      </Panel>
    </section>
  );
}
