import { TimeAgo } from "@/components/time/time-ago";
import type { Column } from "@/components/ui/table";
import type { JobsView } from "@/lib/console/console-overview-view";
import { scheduleWords } from "./schedule-words";

type Queue = JobsView["queues"][number];

const number = (value: number) => (
  <span className="tabular-nums">{value.toLocaleString("en-GB")}</span>
);

/** A queue's depth and age. */
export const QUEUE_COLUMNS: readonly Column<Queue>[] = [
  {
    id: "name",
    head: "Queue",
    cell: ({ name, purpose }) => (
      <>
        <span className="block font-medium">{purpose}</span>{" "}
        <span className="block font-mono text-soft text-xs">{name}</span>
      </>
    ),
  },
  { id: "waiting", head: "Waiting", label: "Waiting", cell: ({ waiting }) => number(waiting) },
  { id: "active", head: "Active", label: "Active", cell: ({ active }) => number(active) },
  {
    id: "failed",
    head: "Failed",
    label: "Failed",
    cell: ({ failed }) => (
      <span className={failed > 0 ? "text-rejected" : ""}>{number(failed)}</span>
    ),
  },
  {
    id: "oldest",
    head: "Oldest",
    label: "Oldest",
    cell: ({ oldestWaitingAt }) => (oldestWaitingAt ? <TimeAgo at={oldestWaitingAt} /> : "none"),
  },
  {
    id: "clock",
    head: "By the clock (UTC)",
    label: "By the clock",
    cell: ({ schedule }) =>
      schedule ? (
        <span title={schedule}>{scheduleWords(schedule)}</span>
      ) : (
        <span className="text-soft">no</span>
      ),
  },
];
