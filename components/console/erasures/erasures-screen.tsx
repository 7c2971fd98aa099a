"use client";

import { useQuery } from "@tanstack/react-query";
import { Freshness } from "@/components/console/freshness";
import { ListNotice } from "@/components/console/list-notice";
import { Panel, PanelNote } from "@/components/console/panel";
import { Screen } from "@/components/console/screen";
import { consoleQueries } from "@/components/queries/console-queries";
import type { ErasureView } from "@/lib/erasures/erasure-view";
import { ErasureCard } from "./erasure-card";

const NONE: ErasureView[] = [];
const LEAD =
  "What has to go, and by when: the bar runs from the end of the connection to the deadline of 30 days, its mark is the day planned.";

/** All erasures: those that wait with their countdowns, those under way, and what remains of the others. */
export function ErasuresScreen() {
  const query = useQuery(consoleQueries.erasures());
  const all = query.data ?? NONE;
  const ahead = all
    .filter(({ state }) => state === "open" || state === "running")
    .sort((a, b) => a.dueAt.localeCompare(b.dueAt));
  const over = all.filter(({ state }) => state === "completed" || state === "withdrawn");
  return (
    <Screen title="Erasures" aside={<Freshness query={query} />} lead={LEAD}>
      {all.length === 0 ? (
        <Panel title="Erasures">
          <ListNotice
            query={query}
            count={0}
            empty={{
              title: "No erasures",
              text: "Each connection that ends gets one; none has ended so far.",
            }}
          />
        </Panel>
      ) : (
        <>
          <Erasures title="Planned and running" erasures={ahead} none="Nothing is planned." />
          <Erasures title="Over" erasures={over} none="None has been completed yet." />
        </>
      )}
    </Screen>
  );
}

type Props = { title: string; erasures: ErasureView[]; none: string };

function Erasures({ title, erasures, none }: Props) {
  return (
    <Panel title={title} aside={erasures.length > 0 ? erasures.length : null}>
      {erasures.length === 0 ? (
        <PanelNote>{none}</PanelNote>
      ) : (
        <ul className="divide-y divide-line">
          {erasures.map((erasure) => (
            <li key={erasure.id}>
              <ErasureCard erasure={erasure} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
