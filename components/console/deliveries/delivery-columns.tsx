import type { Route } from "next";
import Link from "next/link";
import { EventLink } from "@/components/console/event-link";
import { WordBadge } from "@/components/console/word-badge";
import { deliveryLook, outcomeWord } from "@/components/console/words/delivery-looks";
import { deliveryWords } from "@/components/labels/delivery-words";
import { deliveryPath } from "@/components/queries/console-queries";
import { TimeAgo } from "@/components/time/time-ago";
import type { Column } from "@/components/ui/table";
import type { DeliveryRowView } from "@/lib/console/delivery-list-view";
import type { Selection } from "./use-selection";

type Row = DeliveryRowView;

/** A delivery's facts in a row, with the box that chooses it. */
export function deliveryColumns(rows: readonly Row[], selection: Selection): Column<Row>[] {
  return [
    {
      id: "chosen",
      className: "absolute top-4 right-4 @3xl:static @3xl:w-10",
      head: (
        <Box
          label="Choose all of this page"
          isOn={rows.length > 0 && rows.every(selection.has)}
          onChange={(isOn) => selection.set(rows, isOn)}
        />
      ),
      cell: (row) => (
        <Box
          label={`Choose ${row.type} ${row.deliveryId.slice(0, 8)}`}
          isOn={selection.has(row)}
          onChange={(isOn) => selection.set([row], isOn)}
        />
      ),
    },
    { id: "type", head: "Delivery", cell: (row) => <Name row={row} /> },
    {
      id: "event",
      head: "Event",
      label: "Event",
      className: "@3xl:w-44",
      cell: ({ eventId }) => <EventLink eventId={eventId} />,
    },
    { id: "state", head: "State", label: "State", cell: (row) => <State row={row} /> },
    {
      id: "received",
      head: "Received",
      label: "Received",
      cell: ({ receivedAt }) => <TimeAgo at={receivedAt} />,
    },
    { id: "tries", head: "Attempts", label: "Attempts", cell: (row) => <Attempts row={row} /> },
  ];
}

function Name({ row }: { row: Row }) {
  const words = deliveryWords(row.type);
  return (
    <Link
      href={`/admin${deliveryPath(row.eventId, row.deliveryId)}` as Route}
      prefetch={false}
      className="block underline-offset-4 hover:underline"
    >
      <span className="block font-medium">{words}</span>{" "}
      {words === row.type ? null : (
        <span className="block font-mono text-soft text-xs">{row.type}</span>
      )}
    </Link>
  );
}

function State({ row }: { row: Row }) {
  return (
    <div className="grid justify-items-start gap-1">
      <WordBadge look={deliveryLook(row.state)} />
      {row.state === "processed" ? (
        <span className="text-soft text-xs">{outcomeWord(row.outcome)}</span>
      ) : null}
      {row.problem ? <span className="text-rejected text-xs">{row.problem}</span> : null}
    </div>
  );
}

function Attempts({ row: { attempts, nextAttemptAt } }: { row: Row }) {
  return (
    <>
      <span className="tabular-nums">{attempts}</span>
      {nextAttemptAt ? (
        <span className="block text-soft text-xs">
          next <TimeAgo at={nextAttemptAt} />
        </span>
      ) : null}
    </>
  );
}

type BoxProps = { label: string; isOn: boolean; onChange: (isOn: boolean) => void };

function Box({ label, isOn, onChange }: BoxProps) {
  return (
    <input
      type="checkbox"
      aria-label={label}
      checked={isOn}
      onChange={(event) => onChange(event.target.checked)}
      className="size-6 pointer-coarse:size-7 @3xl:size-4.5"
    />
  );
}
