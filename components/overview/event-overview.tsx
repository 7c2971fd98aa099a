"use client";

import { useQuery } from "@tanstack/react-query";
import { CloudOff } from "lucide-react";
import { eventQueries } from "@/components/queries/event-queries";
import { APPLICATION_STATUSES, orderStatuses } from "@/components/status/describe-status";
import { ProportionBar } from "@/components/status/proportion-bar";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { ConnectionCard } from "./connection-card";
import { DeliveriesCard } from "./deliveries-card";
import { EventHeading } from "./event-heading";
import { FreshnessCard } from "./freshness-card";
import { StatusTile } from "./status-tile";
import { SyncCard } from "./sync-card";
import { useSyncProgress } from "./use-sync-progress";

/** One event from above: how its applications stand, how fresh that is, and what came last. */
export function EventOverview({ eventId }: { eventId: string }) {
  const { data, isError, refetch } = useQuery(eventQueries.overview(eventId));
  const progress = useSyncProgress(eventId);
  if (!data) {
    return isError ? (
      <Notice icon={CloudOff} role="alert" title="This did not load" text="Foyer did not answer.">
        <Button look="primary" onClick={() => void refetch()}>
          Try again
        </Button>
      </Notice>
    ) : null;
  }
  const { none = 0, ...applications } = data.counts;
  const total = Object.values(applications).reduce((sum, count) => sum + count, 0);
  return (
    <div className="mx-auto grid max-w-5xl gap-4 p-4 sm:gap-5 sm:p-6 lg:p-8">
      <EventHeading overview={data} />
      {progress ? <SyncCard progress={progress} /> : null}
      <section aria-label="Applications by status" className="grid gap-3">
        <p className="flex flex-wrap items-baseline justify-between gap-2 text-soft text-sm">
          <span>
            <span className="font-medium text-ink tabular-nums">
              {total.toLocaleString("en-GB")}
            </span>{" "}
            {total === 1 ? "application" : "applications"}
          </span>
          {none > 0 ? (
            <span className="tabular-nums">
              and {none.toLocaleString("en-GB")} taking part without one
            </span>
          ) : null}
        </p>
        <ProportionBar counts={applications} />
        <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 xl:grid-cols-5">
          {orderStatuses(applications, APPLICATION_STATUSES).map((status) => (
            <li key={status}>
              <StatusTile eventId={eventId} status={status} count={applications[status] ?? 0} />
            </li>
          ))}
        </ul>
      </section>
      <div className="grid gap-4 sm:gap-5 lg:grid-cols-2">
        <FreshnessCard overview={data} progress={progress} />
        <ConnectionCard eventId={eventId} connection={data.connection} />
      </div>
      <DeliveriesCard deliveries={data.deliveries} />
    </div>
  );
}
