import { APPLICATION_STATUSES } from "@/components/status/describe-status";
import { type EventOverviewView, OTHER_STATUSES } from "@/lib/connections/event-overview-view";

/** The statuses that a list of the event can be asked for; null where some are counted together. */
export function statusesOf({ counts }: Pick<EventOverviewView, "counts">): Set<string> | null {
  if (Object.hasOwn(counts, OTHER_STATUSES)) return null;
  return new Set([...APPLICATION_STATUSES, "none", ...Object.keys(counts)]);
}
