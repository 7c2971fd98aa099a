"use client";

import { useQuery } from "@tanstack/react-query";
import { BudgetBars } from "@/components/console/connections/budget-bars";
import { EventLink } from "@/components/console/event-link";
import { Freshness } from "@/components/console/freshness";
import { Failed, Waiting } from "@/components/console/list-notice";
import { Panel, PanelNote } from "@/components/console/panel";
import { Screen } from "@/components/console/screen";
import { consoleQueries } from "@/components/queries/console-queries";
import { TimeAgo } from "@/components/time/time-ago";
import { Facts } from "@/components/ui/facts";
import { type Column, Table } from "@/components/ui/table";
import type { JobsView } from "@/lib/console/console-overview-view";
import { QUEUE_COLUMNS } from "./queue-columns";
import { Workers } from "./workers";

/** Whether the background work goes on: queues, workers, budgets, refreshes. */
export function JobsScreen() {
  const query = useQuery(consoleQueries.jobs());
  const { data } = query;
  return (
    <Screen title="Jobs" aside={<Freshness query={query} />}>
      {data ? <Jobs jobs={data} /> : query.isError ? <Failed query={query} /> : <Waiting />}
    </Screen>
  );
}

function Jobs({ jobs }: { jobs: JobsView }) {
  const { inbox, syncs, queues } = jobs;
  return (
    <>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-3 lg:gap-5">
        <Panel title="Inbox">
          <div className="p-4">
            <Facts
              facts={[
                ["Waiting", inbox.waiting.toLocaleString("en-GB")],
                [
                  "Oldest",
                  inbox.oldestWaitingAt ? <TimeAgo key="o" at={inbox.oldestWaitingAt} /> : null,
                ],
                ["Lag", inbox.lagSeconds === null ? null : `${Math.round(inbox.lagSeconds)} s`],
              ]}
            />
          </div>
        </Panel>
        <Panel title="Reads">
          <div className="p-4">
            <Facts
              facts={[
                ["Queued", syncs.queued],
                ["Running", syncs.running],
                ["Waiting for budget", syncs.waitingForBudget],
              ]}
            />
          </div>
        </Panel>
        <Workers workers={jobs.workers} />
      </div>
      <Panel title="Queues">
        {queues.length === 0 ? (
          <PanelNote>No worker has opened them yet.</PanelNote>
        ) : (
          <Table label="Queues" columns={QUEUE_COLUMNS} rows={queues} keyOf={({ name }) => name} />
        )}
      </Panel>
      <Panel title="Budgets">
        {jobs.budgets.length === 0 ? (
          <PanelNote>No token has been used lately.</PanelNote>
        ) : (
          <Table
            label="Budgets"
            columns={BUDGET_COLUMNS}
            rows={jobs.budgets}
            keyOf={({ eventId }) => eventId}
          />
        )}
      </Panel>
      <Panel title="Refreshes that failed">
        {jobs.refreshFailures.length === 0 ? (
          <PanelNote>None.</PanelNote>
        ) : (
          <Table
            label="Refreshes that failed"
            columns={FAILURE_COLUMNS}
            rows={jobs.refreshFailures}
            keyOf={({ eventId, holder, at }) => `${eventId} ${holder} ${at}`}
          />
        )}
      </Panel>
    </>
  );
}

type Budget = JobsView["budgets"][number];
const BUDGET_COLUMNS: readonly Column<Budget>[] = [
  { id: "event", head: "Event", cell: (row) => <EventLink {...row} /> },
  {
    id: "left",
    head: "Calls used",
    label: "Calls used",
    cell: (row) => <BudgetBars budget={row} />,
  },
  {
    id: "wait",
    head: "Revento asks to wait",
    label: "To wait",
    cell: ({ pausedUntil }) => (pausedUntil ? <TimeAgo at={pausedUntil} /> : "no"),
  },
];

type Failure = JobsView["refreshFailures"][number];
const FAILURE_COLUMNS: readonly Column<Failure>[] = [
  { id: "event", head: "Event", cell: (row) => <EventLink {...row} /> },
  {
    id: "holder",
    head: "Token of",
    label: "Token of",
    cell: ({ holder }) => (holder === "installation" ? "The installation" : "A participant"),
  },
  { id: "at", head: "When", label: "When", cell: ({ at }) => <TimeAgo at={at} /> },
  {
    id: "why",
    head: "Why",
    label: "Why",
    cell: ({ failure }) => <span className="text-rejected">{failure.replaceAll("_", " ")}</span>,
  },
];
