import type { Sql } from "@/lib/db";
import { addressOf, answered, hasStatus } from "./address-of";
import type { DecisionTimesView, FunnelView } from "./insights-view";

const HOUR = 3_600;
const DAY = 24 * HOUR;
/** Where the bars of the time to decision end, in seconds. The last one is open. */
const BUCKET_ENDS = [HOUR, DAY, 3 * DAY, 7 * DAY, 14 * DAY, 30 * DAY];

// A review that is older than the submission it is of took no time: somebody submitted again.
const STATEMENT = `
  SELECT count(*)::int AS submitted, count(last_reviewed_at)::int AS reviewed,
    count(*) FILTER (WHERE status = 'approved')::int AS approved,
    count(registered_at) FILTER (WHERE status = 'approved')::int AS registered,
    count(*) FILTER (WHERE status = 'pending')::int AS waiting,
    min(submitted_at) FILTER (WHERE status = 'pending') AS waiting_since,
    count(seconds)::int AS decided,
    percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY seconds) AS percentiles,
    ${[...BUCKET_ENDS, null].map(bucket).join(", ")}
  FROM (
    SELECT status, submitted_at, last_reviewed_at, registered_at,
      CASE WHEN last_reviewed_at < submitted_at THEN 0
        ELSE extract(epoch FROM last_reviewed_at - submitted_at)::float8 END AS seconds
    FROM participants WHERE event_id = $1 AND removed_at IS NULL AND status IS NOT NULL
  ) AS applications`;

function bucket(end: number | null, at: number): string {
  const begin = BUCKET_ENDS[at - 1] ?? 0;
  const below = end === null ? "" : ` AND seconds < ${end}`;
  return `count(*) FILTER (WHERE seconds >= ${begin}${below})::int AS bucket_${at}`;
}

type Row = Record<keyof FunnelView | "waiting" | "decided" | `bucket_${number}`, number> & {
  waiting_since: Date | null;
  percentiles: [number, number] | null;
};

/** How far applications have come, and how long it took: both in one look at every row. */
export async function readProgress(
  sql: Sql,
  eventId: string,
): Promise<{ funnel: FunnelView; decisions: DecisionTimesView }> {
  const { rows } = await sql.query<Row>(STATEMENT, [eventId]);
  const [row] = rows;
  if (!row) throw new Error("an aggregate without a row");
  const [median = null, ninetieth = null] = row.percentiles ?? [];
  const approved = hasStatus("approved");
  return {
    funnel: {
      submitted: { count: row.submitted, address: addressOf([]) },
      reviewed: { count: row.reviewed, address: addressOf([answered("reviewed")]) },
      approved: { count: row.approved, address: addressOf([approved]) },
      registered: {
        count: row.registered,
        address: addressOf([approved, answered("registered")]),
      },
    },
    decisions: {
      decided: {
        count: row.decided,
        address: addressOf([answered("submitted"), answered("reviewed")]),
      },
      medianSeconds: median,
      ninetiethSeconds: ninetieth,
      buckets: [...BUCKET_ENDS, null].map((upToSeconds, at) => ({
        upToSeconds,
        count: row[`bucket_${at}`] ?? 0,
      })),
      waiting: {
        count: row.waiting,
        address: addressOf([hasStatus("pending")], ["submitted"]),
        since: row.waiting_since?.toISOString() ?? null,
      },
    },
  };
}
