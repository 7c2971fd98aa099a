import type { Sql } from "@/lib/db";
import { answerField } from "@/lib/list-address/list-fields";
import type { ListFilter } from "@/lib/list-address/list-filter";
import type { FormFieldView } from "@/lib/participants/form-field-view";
import { filterConditions } from "@/lib/participants/list/filter-conditions";
import type { ListContext } from "@/lib/participants/list/list-context";
import { Parameters } from "@/lib/participants/list/parameters";
import { NOBODY } from "@/lib/participants/list/reader";
import { ReviewSides } from "@/lib/participants/list/review-sides";
import { addressOf, is, unanswered } from "./address-of";
import type { QualityView } from "./insights-view";

/** Revento does not say which answers are required: what so many gave is missed where it is not there. */
const ASKED_OF_MOST = 0.8;
const MOST_FIELDS = 3;

const ISSUES = [
  { kind: "no_address", filter: is("domain", "none") },
  { kind: "same_address", filter: is("duplicates", "email") },
] as const;

/** What of the applications is worth a look: how many lack something, each with the list of exactly these. */
export async function readQuality(
  sql: Sql,
  eventId: string,
  context: ListContext,
  { fields, submitted }: { fields: readonly FormFieldView[]; submitted: number },
): Promise<QualityView> {
  const missed = fields.filter(
    ({ answered }) => answered < submitted && answered >= submitted * ASKED_OF_MOST,
  );
  const asked = [
    ...ISSUES.map(({ kind, filter }) => ({ kind, field: null, filter })),
    ...missed.slice(-MOST_FIELDS).map(({ key }) => ({
      kind: "unanswered" as const,
      field: key,
      filter: unanswered(answerField(key)),
    })),
  ];
  const counts = await countEach(
    sql,
    eventId,
    context,
    asked.map(({ filter }) => filter),
  );
  return asked
    .map(({ kind, field, filter }, at) => ({
      kind,
      field,
      found: { count: counts[at] ?? 0, address: addressOf([filter]) },
    }))
    .filter(({ found }) => found.count > 0);
}

/** By the same conditions as the lists', in one look at every row. */
async function countEach(
  sql: Sql,
  eventId: string,
  context: ListContext,
  filters: readonly ListFilter[],
): Promise<number[]> {
  const to = new Parameters();
  const event = to.add(eventId);
  const sides = new ReviewSides(event, NOBODY, to);
  const counts = filters.map((filter, at) => {
    const condition = filterConditions([filter], context, to, sides).get(filter.field);
    return `count(*) FILTER (WHERE ${condition})::int AS c${at}`;
  });
  const { rows } = await sql.query<Record<string, number>>(
    `SELECT ${counts.join(", ")} FROM participants AS p
     WHERE p.event_id = ${event} AND p.removed_at IS NULL AND p.status IS NOT NULL`,
    to.values,
  );
  return filters.map((_, at) => rows[0]?.[`c${at}`] ?? 0);
}
