import { APPLICATION_STATUSES, describeStatus, orderStatuses } from "./describe-status";

/** The shares of each status, as one bar. The numbers stand in its label. */
export function ProportionBar({ counts }: { counts: Record<string, number> }) {
  const statuses = orderStatuses(counts, APPLICATION_STATUSES).filter(
    (status) => (counts[status] ?? 0) > 0,
  );
  const label = statuses.map((status) => `${describeStatus(status).word} ${counts[status]}`);
  return (
    <div
      role="img"
      aria-label={label.length > 0 ? label.join(", ") : "No applications yet"}
      className="flex h-2.5 gap-0.5 overflow-hidden rounded-full bg-sunken"
    >
      {statuses.map((status) => (
        <span
          key={status}
          style={{ flexGrow: counts[status] }}
          className={`min-w-1 basis-0 ${describeStatus(status).mark}`}
        />
      ))}
    </div>
  );
}
