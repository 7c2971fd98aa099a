import { CirclePause } from "lucide-react";
import { EventLink } from "@/components/console/event-link";
import { InDays } from "@/components/console/in-days";
import { WordBadge } from "@/components/console/word-badge";
import { causeWords, healthLook, stateLook } from "@/components/console/words/state-words";
import { TimeAgo } from "@/components/time/time-ago";
import { Badge } from "@/components/ui/badge";
import type { Column } from "@/components/ui/table";
import type { ConnectionRowView } from "@/lib/console/connection-list-view";
import { BudgetBars } from "./budget-bars";
import { LastSync } from "./last-sync";
import { TokenAge } from "./token-age";

type Row = ConnectionRowView;

/** What an operator sees of each connection without opening it. */
export const CONNECTION_COLUMNS: readonly Column<Row>[] = [
  {
    id: "event",
    head: "Event",
    className: "@3xl:w-1/5",
    cell: ({ eventId, title, isPublic }) => (
      <>
        <EventLink eventId={eventId} title={title} />
        {isPublic === false ? (
          <span className="block text-soft text-xs">not public in Revento</span>
        ) : null}
      </>
    ),
  },
  { id: "state", head: "State", label: "State", cell: (row) => <State row={row} /> },
  { id: "token", head: "Token", label: "Token", cell: (row) => <TokenAge token={row.token} /> },
  {
    id: "delivery",
    head: "Last delivery",
    label: "Last delivery",
    cell: (row) => <LastDelivery row={row} />,
  },
  {
    id: "sync",
    head: "Last read",
    label: "Last read",
    cell: (row) => <LastSync row={row} />,
  },
  {
    id: "budget",
    head: "Calls used",
    label: "Calls used",
    cell: ({ budget }) => <BudgetBars budget={budget} />,
  },
];

function State({ row }: { row: Row }) {
  return (
    <div className="grid justify-items-start gap-1">
      <span className="flex flex-wrap gap-1">
        <WordBadge look={stateLook(row.state)} />
        {row.health === "trouble" ? <WordBadge look={healthLook("trouble")} /> : null}
        {row.pausedAt ? (
          <Badge tone="info" icon={CirclePause}>
            Paused
          </Badge>
        ) : null}
      </span>
      <span className="text-soft text-xs">
        {causeWords(row.cause)}, <TimeAgo at={row.since} />
      </span>
      {row.erasure ? (
        <span className="text-xs">
          Erased <InDays at={row.erasure.plannedAt} />, deadline <InDays at={row.erasure.dueAt} />
        </span>
      ) : null}
      {row.troubles.slice(0, 2).map((trouble) => (
        <span key={trouble} className="text-pending text-xs">
          {trouble}
        </span>
      ))}
    </div>
  );
}

function LastDelivery({ row: { lastDeliveryAt, deliveries } }: { row: Row }) {
  return (
    <div className="grid gap-0.5">
      <span>{lastDeliveryAt ? <TimeAgo at={lastDeliveryAt} /> : "None yet"}</span>
      {deliveries.waiting > 0 ? (
        <span className="text-soft text-xs tabular-nums">{deliveries.waiting} waiting</span>
      ) : null}
      {deliveries.dead > 0 ? (
        <span className="text-rejected text-xs tabular-nums">{deliveries.dead} dead</span>
      ) : null}
    </div>
  );
}
