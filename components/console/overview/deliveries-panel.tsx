import type { Route } from "next";
import Link from "next/link";
import { CountLink } from "@/components/console/count-link";
import { Panel } from "@/components/console/panel";
import { deliveryPath } from "@/components/queries/console-queries";
import { TimeAgo } from "@/components/time/time-ago";
import { Facts } from "@/components/ui/facts";
import type { ConsoleActivityView } from "@/lib/console/console-activity-view";
import type { ConsoleOverviewView } from "@/lib/console/console-overview-view";

type Props = Pick<ConsoleOverviewView, "deliveries"> & {
  activity: ConsoleActivityView | undefined;
};

/** How the inbox stands: what waits, how long it takes, and what failed last. */
export function DeliveriesPanel({ deliveries, activity }: Props) {
  const { waiting, dead, unknownTypes, oldestWaitingAt } = deliveries;
  const { lag = null, lastFailure = null } = activity ?? {};
  return (
    <Panel title="Inbox">
      <div className="p-4">
        <Facts
          facts={[
            [
              "Waiting",
              <CountLink key="w" count={waiting} href="/admin/deliveries?state=pending" />,
            ],
            ["Oldest of them", oldestWaitingAt ? <TimeAgo key="o" at={oldestWaitingAt} /> : null],
            [
              "Dead letters",
              <CountLink key="d" count={dead} href="/admin/deliveries?state=dead" />,
            ],
            [
              "Of unknown type",
              <CountLink
                key="u"
                count={unknownTypes}
                href="/admin/deliveries?outcome=unknown_type"
              />,
            ],
            [
              "Applied within",
              lag &&
                `${duration(lag.medianMs)} (median), 95 % within ${duration(lag.ninetyFifthMs)}`,
            ],
            ["Last failure", lastFailure && <LastFailure key="f" failure={lastFailure} />],
          ]}
        />
      </div>
    </Panel>
  );
}

type FailureProps = { failure: NonNullable<ConsoleActivityView["lastFailure"]> };

function LastFailure({ failure: { eventId, deliveryId, type, at, reason } }: FailureProps) {
  return (
    <>
      <Link
        href={`/admin${deliveryPath(eventId, deliveryId)}` as Route}
        prefetch={false}
        className="font-mono text-xs underline underline-offset-4"
      >
        {type}
      </Link>{" "}
      <TimeAgo at={at} />
      <span className="line-clamp-2 text-soft text-xs">{reason}</span>
    </>
  );
}

function duration(ms: number): string {
  if (ms < 1_000) return `${ms} ms`;
  return ms < 60_000 ? `${(ms / 1_000).toFixed(1)} s` : `${Math.round(ms / 60_000)} min`;
}
