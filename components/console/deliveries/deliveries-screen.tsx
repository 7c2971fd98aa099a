"use client";

import { useQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { Freshness } from "@/components/console/freshness";
import { ListNotice } from "@/components/console/list-notice";
import { Panel } from "@/components/console/panel";
import { Screen } from "@/components/console/screen";
import { consoleQueries, type DeliveryFilters } from "@/components/queries/console-queries";
import { Table } from "@/components/ui/table";
import { cleanDeliveryFilters, DELIVERIES_ADDRESS } from "./deliveries-address";
import { deliveryColumns } from "./delivery-columns";
import { DeliveryFilterBar } from "./delivery-filter-bar";
import { Pages } from "./pages";
import { ReplayBar } from "./replay-bar";
import { UnknownTypes } from "./unknown-types";
import { keyOfDelivery, useSelection } from "./use-selection";

/** The deliveries of all events, the newest first, and replaying them. */
export function DeliveriesScreen() {
  const [{ cursor, ...address }, setAddress] = useQueryStates(DELIVERIES_ADDRESS);
  const filters = cleanDeliveryFilters(address);
  const query = useQuery(consoleQueries.deliveries(filters, cursor));
  const { data, isPlaceholderData } = query;
  const selection = useSelection();
  const rows = data?.rows ?? [];
  const isFiltered = Object.values(filters).some((value) => value !== "");

  // Another question: its rows are others, and what was chosen is out of sight.
  function change(next: Partial<Record<keyof DeliveryFilters, string | null>> | null): void {
    selection.clear();
    void setAddress(next && { ...next, cursor: null }, { history: "replace" });
  }

  return (
    <Screen title="Deliveries" aside={<Freshness query={query} />}>
      <DeliveryFilterBar filters={filters} list={data} onChange={change} />
      {filters.outcome === "unknown_type" ? (
        <UnknownTypes onPick={(type) => change({ type })} />
      ) : null}
      <ReplayBar filters={filters} list={data} selection={selection} />
      <Panel title="Deliveries" aside={data ? <Total total={data.total} /> : null}>
        {rows.length > 0 ? (
          <Table
            label="Deliveries"
            columns={deliveryColumns(rows, selection)}
            rows={rows}
            keyOf={keyOfDelivery}
            isBusy={isPlaceholderData}
          />
        ) : null}
        <ListNotice
          query={query}
          count={rows.length}
          empty={{ title: "No deliveries", text: "What Revento sends appears here by itself." }}
          clearFilters={isFiltered || cursor ? () => change(null) : undefined}
        />
        <Pages
          cursor={cursor}
          nextCursor={data?.nextCursor ?? null}
          onGo={(next) => void setAddress({ cursor: next }, { history: "push", scroll: true })}
        />
      </Panel>
    </Screen>
  );
}

const MOST_COUNTED = 10_000;

function Total({ total }: { total: number }) {
  const more = total >= MOST_COUNTED ? " or more" : "";
  return (
    <span role="status" className="tabular-nums">
      {total.toLocaleString("en-GB")}
      {more}
    </span>
  );
}
