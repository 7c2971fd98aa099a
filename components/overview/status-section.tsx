import Link from "next/link";
import { APPLICATION_STATUSES, orderStatuses } from "@/components/status/describe-status";
import { ProportionBar } from "@/components/status/proportion-bar";
import { StatusTile } from "./status-tile";

type Props = {
  eventId: string;
  counts: Record<string, number>;
  /** How many came to each status within a day. */
  today: Record<string, number>;
  /** More are being read. */
  isPart: boolean;
};

/** How the applications stand. */
export function StatusSection({ eventId, counts, today, isPart }: Props) {
  const { none = 0, ...applications } = counts;
  const total = Object.values(applications).reduce((sum, count) => sum + count, 0);
  return (
    <section aria-label="Applications by status" className="grid gap-3">
      <p className="flex flex-wrap items-baseline justify-between gap-2 text-soft text-sm">
        <Link href={`/events/${eventId}/applications?sort=-submitted`} className={LINK}>
          <span className="font-medium text-ink">{total.toLocaleString("en-GB")}</span>{" "}
          {total === 1 ? "application" : "applications"}
          {isPart ? " so far" : null}
        </Link>
        {none > 0 ? (
          <Link href={`/events/${eventId}/participants?status=none`} className={LINK}>
            and {none.toLocaleString("en-GB")} taking part without one{isPart ? " so far" : null}
          </Link>
        ) : null}
      </p>
      <ProportionBar counts={applications} />
      <ul className="-m-1 flex gap-3 overflow-x-auto p-1 *:min-w-36 *:flex-1">
        {orderStatuses(applications, APPLICATION_STATUSES).map((status) => (
          <li key={status}>
            <StatusTile
              eventId={eventId}
              status={status}
              count={applications[status] ?? 0}
              total={total}
              today={today[status] ?? 0}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

const LINK = "rounded-sm tabular-nums underline-offset-4 hover:underline";
