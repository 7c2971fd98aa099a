import { OTHER_STATUSES } from "@/lib/connections/event-overview-view";
import type { Sql } from "@/lib/db";
import { DRAWN_FROM, DRAWN_UNTIL } from "@/lib/drawn-time-view";
import type { ListFilter } from "@/lib/list-address/list-filter";
import { addressOf, between, hasStatus, unanswered } from "./address-of";
import type { OverTimeView, TimeStepView } from "./insights-view";
import { type TimeStep, timeSteps } from "./time-steps";

/**
 * The days of the first and the last submission that can be drawn. Where they lie more than ten years apart,
 * mistaken moments are likely: then those of the middle nine tenths. A day begins where its list begins,
 * which is not midnight where clocks go back at midnight.
 */
const DAYS = `SELECT to_char(CASE WHEN day AT TIME ZONE $2 > first THEN day - interval '1 day' ELSE day END,
    'YYYY-MM-DD') AS first, to_char(last AT TIME ZONE $2, 'YYYY-MM-DD') AS last
  FROM (SELECT first, last, date_trunc('day', first AT TIME ZONE $2) AS day
    FROM (SELECT CASE WHEN is_long THEN inner_ends[1] ELSE first END AS first,
        CASE WHEN is_long THEN inner_ends[2] ELSE last END AS last
      FROM (SELECT min(submitted_at) AS first, max(submitted_at) AS last,
          max(submitted_at) - min(submitted_at) > interval '3650 days' AS is_long,
          percentile_disc(ARRAY[0.05, 0.95]) WITHIN GROUP (ORDER BY submitted_at) AS inner_ends
        FROM participants WHERE event_id = $1 AND removed_at IS NULL AND status IS NOT NULL
          AND submitted_at >= $3::date AND submitted_at < $4::date) AS known) AS ends) AS days`;

const COUNTS = `SELECT width_bucket(submitted_at, (
      SELECT array_agg(day::timestamp AT TIME ZONE $2 ORDER BY day) FROM unnest($3::date[]) AS day
    )) AS step, CASE WHEN status = ANY($4) THEN status ELSE '${OTHER_STATUSES}' END AS status,
    count(*)::int AS count
  FROM participants WHERE event_id = $1 AND removed_at IS NULL AND status IS NOT NULL
  GROUP BY 1, 2`;

type Row = { step: number | null; status: string; count: number };

const DAY_MS = 86_400_000;
const daysAfter = (day: string, days: number) =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/** When people applied, by status, on the clock of `zone`. */
export async function readOverTime(sql: Sql, eventId: string, zone: string): Promise<OverTimeView> {
  const found = await sql.query<{ first: string | null; last: string | null }>(DAYS, [
    eventId,
    zone,
    DRAWN_FROM,
    DRAWN_UNTIL,
  ]);
  const { first, last } = found.rows[0] ?? {};
  const { unit, steps } =
    first && last ? timeSteps(first, last) : { unit: "day" as const, steps: [] };
  const begin = steps[0]?.from ?? DRAWN_UNTIL;
  const end = steps.at(-1)?.to ?? daysAfter(DRAWN_UNTIL, -1);
  const edges = [...steps.map(({ from }) => from), daysAfter(end, 1)];
  const named = await readFrequentStatuses(sql, eventId);
  const { rows } = await sql.query<Row>(COUNTS, [eventId, zone, edges, named]);
  const rowsOf = Map.groupBy(rows, ({ step }) => step);
  const counted = (step: number | null, filter: ListFilter) => {
    return { count: sumOf(rowsOf.get(step) ?? []), address: addressOf([filter]) };
  };
  return {
    unit,
    steps: steps.map((step, at) => viewStep(step, rowsOf.get(at + 1) ?? [], named)),
    before: counted(0, between("submitted", "", daysAfter(begin, -1))),
    after: counted(edges.length, between("submitted", daysAfter(end, 1), "")),
    undated: counted(null, unanswered("submitted")),
  };
}

/** Each status has its colour in every column: 20 of them at the most, the others share one. */
async function readFrequentStatuses(sql: Sql, eventId: string): Promise<string[]> {
  const { rows } = await sql.query<{ status: string }>(
    `SELECT status FROM participant_counts WHERE event_id = $1 AND count > 0 AND status <> ''
     ORDER BY count DESC, status LIMIT 20`,
    [eventId],
  );
  return rows.map(({ status }) => status);
}

function viewStep({ from, to }: TimeStep, rows: Row[], named: string[]): TimeStepView {
  const when: ListFilter = between("submitted", from, to);
  const byStatus = rows.map(({ status, count }) => {
    const ofStatus: ListFilter = named.includes(status)
      ? hasStatus(status)
      : { field: "status", operator: "not", values: named };
    return [status, { count, address: addressOf([ofStatus, when]) }] as const;
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
