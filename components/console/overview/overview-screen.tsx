"use client";

import { useQuery } from "@tanstack/react-query";
import type { Route } from "next";
import Link from "next/link";
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
import { HealthCard } from "./health-card";
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
  return (
    <>
      <HealthCard overview={overview} look={HEALTH_LOOKS[overview.health]} />
      <States counts={overview.connections} />
      <div className="grid gap-4 lg:grid-cols-3 lg:gap-5">
        <Deliveries deliveries={overview.deliveries} />
        <Erasures erasures={overview.erasures} />
        <LastCheck check={overview.lastCheck} />
      </div>
      <Refusals refusals={overview.refusals} />
    </>
  );
}

function States({ counts }: { counts: Record<string, number> }) {
  const others = Object.keys(counts).filter((state) => !CONNECTION_STATES.includes(state));
  return (
    <section aria-label="Connections by state">
      <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 2xl:grid-cols-6">
        {[...CONNECTION_STATES, ...others].map((state) => (
          <li key={state}>
            <Link
              href={`/admin/connections?state=${encodeURIComponent(state)}`}
              prefetch={false}
              className="flex h-full flex-col items-start gap-3 rounded-lg border border-line bg-surface p-3.5 transition-shadow hover:shadow-lift"
            >
              <WordBadge look={stateLook(state)} />{" "}
              <span className="mt-auto font-display text-2xl tabular-nums leading-none">
                {(counts[state] ?? 0).toLocaleString("en-GB")}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Deliveries({ deliveries }: Pick<ConsoleOverviewView, "deliveries">) {
  const { waiting, dead, unknownTypes, oldestWaitingAt } = deliveries;
  return (
    <Panel title="Deliveries">
      <div className="p-4">
        <Facts
          facts={[
            ["Waiting", <Count key="w" count={waiting} href="/admin/deliveries?state=pending" />],
            ["Oldest of them", oldestWaitingAt ? <TimeAgo key="o" at={oldestWaitingAt} /> : null],
            ["Dead letters", <Count key="d" count={dead} href="/admin/deliveries?state=dead" />],
            [
              "Of unknown type",
              <Count key="u" count={unknownTypes} href="/admin/deliveries?outcome=unknown_type" />,
            ],
          ]}
        />
      </div>
    </Panel>
  );
}

function Erasures({ erasures }: Pick<ConsoleOverviewView, "erasures">) {
  const { open, running, overdue, nextPlannedAt } = erasures;
  return (
    <Panel title="Erasures">
      <div className="p-4">
        <Facts
          facts={[
            ["Planned", <Count key="o" count={open} href="/admin/erasures" />],
            ["Next", nextPlannedAt ? <InDays key="n" at={nextPlannedAt} /> : null],
            ["Running", <Count key="r" count={running} href="/admin/erasures" />],
            ["Past their deadline", <Count key="x" count={overdue} href="/admin/erasures" />],
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
                <Count key="d" count={check.differences.length} href="/admin/installations" />,
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

function Count({ count, href }: { count: number; href: string }) {
  return (
    <Link
      href={href as Route}
      prefetch={false}
      className="tabular-nums underline underline-offset-4"
    >
      {count.toLocaleString("en-GB")}
    </Link>
  );
}
