import type { Sql } from "@/lib/db";
import type { ListFilter } from "@/lib/list-address/list-filter";
import { addressOf, between, hasStatus, unanswered } from "./address-of";
import type { OverTimeView, TimeStepView } from "./insights-view";
import { type TimeStep, timeSteps } from "./time-steps";

/**
 * The days of the first and the last submission. A day begins where its list begins, which is not
 * midnight where clocks go back at midnight.
 */
const DAYS = `SELECT to_char(CASE WHEN day AT TIME ZONE $2 > first THEN day - interval '1 day' ELSE day END,
    'YYYY-MM-DD') AS first, to_char(last AT TIME ZONE $2, 'YYYY-MM-DD') AS last
  FROM (SELECT min(submitted_at) AS first, max(submitted_at) AS last,
      date_trunc('day', min(submitted_at) AT TIME ZONE $2) AS day
    FROM participants WHERE event_id = $1 AND removed_at IS NULL AND status IS NOT NULL) AS ends`;

const COUNTS = `SELECT width_bucket(submitted_at, (
      SELECT array_agg(day::timestamp AT TIME ZONE $2 ORDER BY day) FROM unnest($3::date[]) AS day
    )) AS step, status, count(*)::int AS count
  FROM participants WHERE event_id = $1 AND removed_at IS NULL AND status IS NOT NULL
  GROUP BY 1, 2`;

type Row = { step: number | null; status: string; count: number };

/** When people applied, by status, on the clock of `zone`. */
export async function readOverTime(sql: Sql, eventId: string, zone: string): Promise<OverTimeView> {
  const found = await sql.query<{ first: string | null; last: string | null }>(DAYS, [
    eventId,
    zone,
  ]);
  const { first, last } = found.rows[0] ?? {};
  const { unit, steps } =
    first && last ? timeSteps(first, last) : { unit: "day" as const, steps: [] };
  const { rows } = await sql.query<Row>(COUNTS, [eventId, zone, steps.map(({ from }) => from)]);
  const rowsOf = Map.groupBy(rows, ({ step }) => step || null);
  return {
    unit,
    steps: steps.map((step, at) => viewStep(step, rowsOf.get(at + 1) ?? [])),
    undated: {
      count: sumOf(rowsOf.get(null) ?? []),
      address: addressOf([unanswered("submitted")]),
    },
  };
}

function viewStep({ from, to }: TimeStep, rows: Row[]): TimeStepView {
  const when: ListFilter = between("submitted", from, to);
  const byStatus = rows.map(({ status, count }) => {
    return [status, { count, address: addressOf([hasStatus(status), when]) }] as const;
  });
  return {
    from,
    to,
    total: { count: sumOf(rows), address: addressOf([when]) },
    byStatus: Object.fromEntries(byStatus),
  };
}

function sumOf(rows: Row[]): number {
  return rows.reduce((sum, { count }) => sum + count, 0);
}
