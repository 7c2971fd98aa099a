"use client";

import { useQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { Freshness } from "@/components/console/freshness";
import { ListNotice } from "@/components/console/list-notice";
import { Panel } from "@/components/console/panel";
import { Screen } from "@/components/console/screen";
import { consoleQueries } from "@/components/queries/console-queries";
import { Table } from "@/components/ui/table";
import { CONNECTION_COLUMNS } from "./connection-columns";
import { ConnectionFilterBar } from "./connection-filter-bar";
import { CONNECTIONS_ADDRESS, cleanConnectionFilters } from "./connections-address";

/** All connections, those in trouble first. */
export function ConnectionsScreen() {
  const [address, setAddress] = useQueryStates(CONNECTIONS_ADDRESS, { history: "replace" });
  const filters = cleanConnectionFilters(address);
  const query = useQuery(consoleQueries.connections(filters));
  const { data, isPlaceholderData } = query;
  const isFiltered = Object.values(filters).some((value) => value !== "");
  const rows = data?.rows ?? [];
  return (
    <Screen title="Connections" aside={<Freshness query={query} />}>
      <ConnectionFilterBar
        filters={filters}
        list={data}
        isBusy={isPlaceholderData}
        onChange={(change) => void setAddress(change)}
      />
      <Panel
        title="Connections"
        aside={
          data ? (
            <span role="status">
              {rows.length === data.total ? data.total : `${rows.length} of ${data.total}`}
            </span>
          ) : null
        }
      >
        {rows.length > 0 ? (
          <Table
            label="Connections"
            columns={CONNECTION_COLUMNS}
            rows={rows}
            keyOf={({ eventId }) => eventId}
            isBusy={isPlaceholderData}
          />
        ) : null}
        <ListNotice
          query={query}
          count={rows.length}
          empty={{
            title: "No connections",
            text: "The first one appears here as soon as an organizer connects an event.",
          }}
          clearFilters={isFiltered ? () => void setAddress(null) : undefined}
        />
      </Panel>
    </Screen>
  );
}
