import { HeartPulse, TriangleAlert } from "lucide-react";
import { Panel, PanelNote } from "@/components/console/panel";
import { TimeAgo } from "@/components/time/time-ago";
import { Badge } from "@/components/ui/badge";
import type { JobsView } from "@/lib/console/console-overview-view";

/** The processes that do the background work, and when each was last heard of. */
export function Workers({ workers }: Pick<JobsView, "workers">) {
  return (
    <Panel title="Workers" aside={workers.filter(({ isAlive }) => isAlive).length}>
      {workers.length === 0 ? (
        <PanelNote>None has ever started.</PanelNote>
      ) : (
        <ul className="divide-y divide-line">
          {workers.map(({ id, startedAt, seenAt, isAlive }, at) => (
            <li key={id} className="grid justify-items-start gap-1 px-4 py-2.5 text-sm">
              <span className="flex w-full flex-wrap items-center justify-between gap-2">
                <span className="min-w-0">
                  Worker {at + 1}{" "}
                  <span className="font-mono text-soft text-xs" title={id}>
                    {id.slice(0, 8)}
                  </span>
                </span>
                {isAlive ? (
                  <Badge tone="good" icon={HeartPulse}>
                    Alive
                  </Badge>
                ) : (
                  <Badge tone="bad" icon={TriangleAlert}>
                    Silent
                  </Badge>
                )}
              </span>
              <span className="text-soft text-xs">
                heard of <TimeAgo at={seenAt} />, started <TimeAgo at={startedAt} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
