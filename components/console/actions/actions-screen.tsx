"use client";

import { useQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { FilterField } from "@/components/console/deliveries/filter-field";
import { Pages } from "@/components/console/deliveries/pages";
import { EventLink } from "@/components/console/event-link";
import { Freshness } from "@/components/console/freshness";
import { ListNotice } from "@/components/console/list-notice";
import { Panel } from "@/components/console/panel";
import { Screen } from "@/components/console/screen";
import { actionWords, detailLines } from "@/components/console/words/action-words";
import { consoleQueries } from "@/components/queries/console-queries";
import { ExactTime } from "@/components/time/exact-time";
import { type Column, Table } from "@/components/ui/table";
import type { OperatorActionView } from "@/lib/console/operator-action-view";
import { ACTIONS_ADDRESS } from "./actions-address";

const COLUMNS: readonly Column<OperatorActionView>[] = [
  { id: "what", head: "What", cell: (row) => <What row={row} /> },
  {
    id: "why",
    head: "Why",
    label: "Why",
    cell: ({ reason }) => <span dir="auto">{reason || "–"}</span>,
  },
  { id: "who", head: "Who", label: "Who", cell: ({ operator }) => operator },
  {
    id: "event",
    head: "Event",
    label: "Event",
    cell: ({ eventId }) =>
      eventId ? <EventLink eventId={eventId} /> : <span className="text-soft">none</span>,
  },
  { id: "when", head: "When", label: "When", cell: ({ at }) => <ExactTime at={at} /> },
];

/** What operators did and why, the newest first. */
export function ActionsScreen() {
  const [{ event, cursor }, setAddress] = useQueryStates(ACTIONS_ADDRESS);
  const query = useQuery(consoleQueries.actions(event, cursor));
  const { data, isPlaceholderData } = query;
  const rows = data?.rows ?? [];
  return (
    <Screen
      title="Actions"
      aside={<Freshness query={query} />}
      lead="Everything that operators did, with the reason they gave. Nobody can change it."
    >
      {rows.length === 0 && !event && !cursor ? null : (
        <div className="max-w-xs">
          <FilterField
            label="Event (id)"
            value={event}
            onChange={(next) =>
              void setAddress({ event: next || null, cursor: null }, { history: "replace" })
            }
          />
        </div>
      )}
      <Panel title="Actions">
        {rows.length > 0 ? (
          <Table
            label="Actions"
            columns={COLUMNS}
            rows={rows}
            keyOf={({ id }) => id}
            isBusy={isPlaceholderData}
          />
        ) : null}
        <ListNotice
          query={query}
          count={rows.length}
          empty={{ title: "Nothing yet", text: "No operator has done anything so far." }}
          clearFilters={event || cursor ? () => void setAddress(null) : undefined}
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

function What({ row: { action, detail } }: { row: OperatorActionView }) {
  return (
    <>
      <span className="font-medium">{actionWords(action)}</span>
      {detailLines(detail).map((line) => (
        <span key={line} className="block text-soft text-xs">
          {line}
        </span>
      ))}
    </>
  );
}
