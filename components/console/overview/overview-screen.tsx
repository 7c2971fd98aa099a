"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { ChartPatterns } from "@/components/charts/chart-patterns";
import { CountLink } from "@/components/console/count-link";
import { Freshness } from "@/components/console/freshness";
import { InDays } from "@/components/console/in-days";
import { Failed, Waiting } from "@/components/console/list-notice";
import { Panel, PanelNote } from "@/components/console/panel";
import { Screen } from "@/components/console/screen";
import { HEALTH_LOOKS } from "@/components/console/shell/health-words";
import { WordBadge } from "@/components/console/word-badge";
import { CONNECTION_STATES, stateLook } from "@/components/console/words/state-words";
import { consoleQueries } from "@/components/queries/console-queries";
import { TimeAgo } from "@/components/time/time-ago";
import { Facts } from "@/components/ui/facts";
import type { ConsoleOverviewView } from "@/lib/console/console-overview-view";
import { ActivityPanel } from "./activity-panel";
import { DeliveriesPanel } from "./deliveries-panel";
import { HealthCard } from "./health-card";
import { RecentEnds } from "./recent-ends";
import { Refusals } from "./refusals";

/** Everything from above: how it is, and what wants an operator. */
export function OverviewScreen() {
  const query = useQuery(consoleQueries.overview());
  const { data } = query;
  return (
    <Screen title="Overview" aside={<Freshness query={query} />}>
      {data ? <Overview overview={data} /> : query.isError ? <Failed query={query} /> : <Waiting />}
    </Screen>
  );
}

function Overview({ overview }: { overview: ConsoleOverviewView }) {
  const { data: activity } = useQuery(consoleQueries.activity());
  return (
    <>
      <ChartPatterns />
      <HealthCard overview={overview} look={HEALTH_LOOKS[overview.health]} />
      <States counts={overview.connections} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-3 lg:gap-5">
        <div className="grid gap-4 lg:col-span-2 lg:gap-5">
          {activity ? <ActivityPanel hours={activity.hours} /> : <ActivityPlace />}
          <Refusals refusals={overview.refusals} />
        </div>
        <div className="grid gap-4 lg:gap-5">
          <DeliveriesPanel deliveries={overview.deliveries} activity={activity} />
          {activity ? <RecentEnds ends={activity.ends} /> : null}
          <Erasures erasures={overview.erasures} />
          <LastCheck check={overview.lastCheck} />
        </div>
      </div>
    </>
  );
}

/** As high as what is to come, so that nothing moves when it does. */
function ActivityPlace() {
  return (
    <Panel title="Deliveries per hour">
      <p className="h-80 px-4 py-5 text-soft text-sm">Reading the last day …</p>
    </Panel>
  );
}

function States({ counts }: { counts: Record<string, number> }) {
  const others = Object.keys(counts).filter((state) => !CONNECTION_STATES.includes(state));
  return (
    <section aria-label="Connections by state">
      <ul className="grid grid-cols-2 overflow-hidden rounded-lg border border-line bg-surface sm:grid-cols-3 xl:grid-cols-6">
        {[...CONNECTION_STATES, ...others].map((state) => (
          <li key={state} className="-mr-px -mb-px border-line border-r border-b">
            <Link
              href={`/admin/connections?state=${encodeURIComponent(state)}`}
              prefetch={false}
              className="flex h-full items-center justify-between gap-2 px-3 py-3 -outline-offset-2 hover:bg-sunken"
            >
              <WordBadge look={stateLook(state)} />{" "}
              <span className="font-display text-xl tabular-nums leading-none">
                {(counts[state] ?? 0).toLocaleString("en-GB")}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Erasures({ erasures }: Pick<ConsoleOverviewView, "erasures">) {
  const { open, running, overdue, nextPlannedAt } = erasures;
  return (
    <Panel title="Erasures">
      <div className="p-4">
        <Facts
          facts={[
            ["Planned", <CountLink key="o" count={open} href="/admin/erasures" />],
            ["Next", nextPlannedAt ? <InDays key="n" at={nextPlannedAt} /> : null],
            ["Running", <CountLink key="r" count={running} href="/admin/erasures" />],
            ["Past their deadline", <CountLink key="x" count={overdue} href="/admin/erasures" />],
          ]}
        />
      </div>
    </Panel>
  );
}

function LastCheck({ check }: { check: ConsoleOverviewView["lastCheck"] }) {
  return (
    <Panel title="Revento's own list">
      {check ? (
        <div className="p-4">
          <Facts
            facts={[
              ["Compared", <TimeAgo key="at" at={check.at} />],
              ["Listed there", check.listed?.toLocaleString("en-GB") ?? null],
              [
                "Differences",
                <CountLink key="d" count={check.differences.length} href="/admin/installations" />,
              ],
              ["It failed", check.failure],
            ]}
          />
        </div>
      ) : (
        <PanelNote>Not compared yet.</PanelNote>
      )}
    </Panel>
  );
}
