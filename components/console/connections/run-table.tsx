import { Panel, PanelNote } from "@/components/console/panel";
import { inWords } from "@/components/console/words/state-words";
import { TimeAgo } from "@/components/time/time-ago";
import { type Column, Table } from "@/components/ui/table";
import type { ConnectionDetailView } from "@/lib/console/connection-list-view";
import { runWords } from "./run-words";

type Run = ConnectionDetailView["runs"][number];

const number = (value: number) => (
  <span className="tabular-nums">{value.toLocaleString("en-GB")}</span>
);

const COLUMNS: readonly Column<Run>[] = [
  {
    id: "run",
    head: "Read",
    cell: (run) => (
      <>
        <span className={run.state === "failed" ? "text-rejected" : ""}>{runWords(run)}</span>
        {run.error ? <span className="block text-rejected text-xs">{run.error}</span> : null}
      </>
    ),
  },
  { id: "at", head: "Asked", label: "Asked", cell: ({ createdAt }) => <TimeAgo at={createdAt} /> },
  {
    id: "end",
    head: "Finished",
    label: "Finished",
    cell: ({ finishedAt }) => (finishedAt ? <TimeAgo at={finishedAt} /> : "not yet"),
  },
  { id: "pages", head: "Pages", label: "Pages", cell: ({ pages }) => number(pages) },
  { id: "rows", head: "Rows", label: "Rows", cell: ({ rows }) => number(rows) },
  { id: "drift", head: "Drifted", label: "Drifted", cell: ({ drifted }) => number(drifted) },
  {
    id: "open",
    head: "Undecided",
    label: "Undecided",
    cell: ({ missing, doubt }) => (
      <>
        {number(missing)}
        {doubt ? <span className="block text-soft text-xs">{inWords(doubt)}</span> : null}
      </>
    ),
  },
  { id: "gone", head: "Removed", label: "Removed", cell: ({ removed }) => number(removed) },
];

/** The reads of an event, the newest first. */
export function RunTable({ runs }: { runs: Run[] }) {
  return (
    <Panel title="Reads">
      {runs.length === 0 ? (
        <PanelNote>Nothing has been read yet.</PanelNote>
      ) : (
        <Table label="Reads" columns={COLUMNS} rows={runs} keyOf={({ id }) => id} />
      )}
    </Panel>
  );
}
