import Link from "next/link";
import { describeStatus } from "@/components/status/describe-status";
import { OTHER_STATUSES } from "@/lib/connections/event-overview-view";
import { percentOf } from "./insights/number-words";

type Props = {
  eventId: string;
  status: string;
  count: number;
  /** Of so many in all. */
  total: number;
  /** How many came to it within a day. */
  today: number;
};

/** How many applications have a status; leads to them. */
export function StatusTile({ eventId, status, count, total, today }: Props) {
  const { word, icon: Icon, badge } = describeStatus(status);
  // Which statuses stand together the tile does not know: it leads to all applications.
  const search =
    status === OTHER_STATUSES ? "sort=-submitted" : `status=${encodeURIComponent(status)}`;
  const shown = count.toLocaleString("en-GB");
  return (
    <Link
      href={`/events/${eventId}/applications?${search}`}
      className="flex h-full flex-col gap-3 rounded-lg border border-line bg-surface p-3.5 transition-shadow hover:shadow-lift"
    >
      <span className="flex items-center gap-2 text-sm leading-tight">
        <span className={`grid size-7 shrink-0 place-items-center rounded-full ${badge}`}>
          <Icon aria-hidden="true" size={15} />
        </span>
        {word}
      </span>{" "}
      <span className="mt-auto flex flex-wrap items-baseline justify-between gap-x-2 tabular-nums">
        {total > 0 ? (
          <span className="order-2 text-soft text-sm">{percentOf(count, total)}</span>
        ) : null}{" "}
        <span className="order-3 min-h-4.5 w-full pt-1 text-soft text-xs">
          {today > 0 ? `+${today.toLocaleString("en-GB")} in 24 hours` : null}
        </span>{" "}
        <span className="font-display text-2xl leading-none">{shown}</span>
      </span>
    </Link>
  );
}
