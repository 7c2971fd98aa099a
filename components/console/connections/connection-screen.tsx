"use client";

import { useQuery } from "@tanstack/react-query";
import { TriangleAlert } from "lucide-react";
import Link from "next/link";
import { ErasureCard } from "@/components/console/erasures/erasure-card";
import { Freshness } from "@/components/console/freshness";
import { Failed, Waiting } from "@/components/console/list-notice";
import { Panel, PanelNote } from "@/components/console/panel";
import { RowCounts } from "@/components/console/row-counts";
import { Screen } from "@/components/console/screen";
import { ApiError } from "@/components/queries/api-error";
import { consoleQueries } from "@/components/queries/console-queries";
import { Notice } from "@/components/ui/notice";
import type { ConnectionDetailView } from "@/lib/console/connection-list-view";
import { ConnectionActions } from "./connection-actions";
import { ConnectionFacts } from "./connection-facts";
import { CorrectionsTable } from "./corrections-table";
import { RunTable } from "./run-table";
import { Trail } from "./trail";

/** One connection: what it is, what troubles it, what happened to it, and what can be done. */
export function ConnectionScreen({ eventId }: { eventId: string }) {
  const query = useQuery(consoleQueries.connection(eventId));
  const { data, error } = query;
  // Erased while somebody looked.
  const isGone = error instanceof ApiError && error.status === 404;
  return (
    <Screen
      title={data?.connection.title ?? eventId}
      aside={isGone ? null : <Freshness query={query} />}
      lead={
        <Link href="/admin/connections" className="underline underline-offset-4">
          All connections
        </Link>
      }
    >
      {isGone ? (
        <Gone />
      ) : data ? (
        <Connection detail={data} />
      ) : query.isError ? (
        <Failed query={query} />
      ) : (
        <Waiting />
      )}
    </Screen>
  );
}

function Gone() {
  return (
    <Notice
      icon={TriangleAlert}
      role="status"
      title="There is no such connection any more"
      text={
        <>
          Everything of the event has been erased. What remains is its certificate, among the{" "}
          <Link href="/admin/erasures" className="underline underline-offset-4">
            erasures
          </Link>
          .
        </>
      }
    />
  );
}

function Connection({ detail }: { detail: ConnectionDetailView }) {
  const { connection, runs, corrections, trail, erasures, holds } = detail;
  return (
    <>
      <Troubles troubles={connection.troubles} />
      <ConnectionActions connection={connection} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:gap-5 xl:grid-cols-2">
        <ConnectionFacts connection={connection} />
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4 lg:gap-5">
          <Erasures erasures={erasures} />
          <Panel title="What is held" aside="what erasing everything would delete now">
            <div className="p-4">
              <RowCounts counts={holds} />
            </div>
          </Panel>
        </div>
      </div>
      <RunTable runs={runs} />
      <CorrectionsTable corrections={corrections} />
      <Trail entries={trail} />
    </>
  );
}

function Troubles({ troubles }: { troubles: string[] }) {
  if (troubles.length === 0) return null;
  return (
    <section
      aria-label="Troubles"
      className="flex gap-3 rounded-lg border border-pending-mark bg-pending-tint p-4 text-pending text-sm"
    >
      <TriangleAlert aria-hidden="true" size={18} className="shrink-0" />
      <ul className="grid gap-1">
        {troubles.map((trouble) => (
          <li key={trouble}>{trouble}</li>
        ))}
      </ul>
    </section>
  );
}

function Erasures({ erasures }: Pick<ConnectionDetailView, "erasures">) {
  return (
    <Panel title="Erasures">
      {erasures.length === 0 ? (
        <PanelNote>None: the connection has never ended.</PanelNote>
      ) : (
        <ul className="divide-y divide-line">
          {erasures.map((erasure) => (
            <li key={erasure.id}>
              <ErasureCard erasure={erasure} isOfPage />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
