import { isReviewField, type ReviewField } from "@/lib/list-address/list-fields";
import type { Parameters } from "./parameters";
import type { Reader } from "./reader";

/** What of a reviewed application a field tells is in tables beside the mirror: one side for each field. */
type Side = {
  /** SQL of its rows: `participant_id`, `key` (never null), and of several values all of them as the JSON list `ids`. */
  rows: (asked: SideAsked) => string;
  type: "double precision" | "int" | "text";
  /** Whether the key of a row that the side does not have is 0, and not absent. */
  countsFromZero?: true;
};

type SideAsked = { event: string; member: () => string; sight: Reader["sight"] };

const OWN = ({ event, member }: SideAsked) =>
  `o.event_id = ${event} AND o.member_id = ${member()}::uuid AND o.is_given`;

/** Of what others gave there is nothing to see but of applications that one has rated oneself, where that is so. */
function ofRatings(column: string, holds: string) {
  return (asked: SideAsked): string =>
    asked.sight.ratings === "all"
      ? ofSummary(column, holds)(asked)
      : `SELECT a.participant_id, a.${column} AS key FROM ratings AS o
         JOIN application_reviews AS a ON a.event_id = o.event_id AND a.participant_id = o.participant_id
         WHERE ${OWN(asked)} AND a.${column} ${holds}`;
}

function ofSummary(column: string, holds: string) {
  return ({ event }: SideAsked): string =>
    `SELECT a.participant_id, a.${column} AS key FROM application_reviews AS a
     WHERE a.event_id = ${event} AND a.${column} ${holds}`;
}

const SIDES: Record<ReviewField, Side> = {
  rating: { rows: ofRatings("average", "IS NOT NULL"), type: "double precision" },
  spread: { rows: ofRatings("spread", "IS NOT NULL"), type: "double precision" },
  reviews: { rows: ofRatings("rating_count", "> 0"), type: "int", countsFromZero: true },
  notes: { rows: ofSummary("note_count", "> 0"), type: "int", countsFromZero: true },
  "own-rating": {
    rows: (asked) => `SELECT o.participant_id, o.score AS key FROM ratings AS o
      WHERE ${OWN(asked)} AND o.score IS NOT NULL`,
    type: "double precision",
  },
  "second-look": {
    rows: (asked) => `SELECT o.participant_id, 1 AS key FROM ratings AS o
      WHERE ${OWN(asked)} AND ${changedSinceSql("o")}`,
    type: "int",
  },
  labels: { rows: ofSummary("label_order", "IS NOT NULL"), type: "text" },
  assignee: { rows: ofSummary("assignee_order", "IS NOT NULL"), type: "text" },
};

/** Where a row can have several: their table, and the column of their ids. */
const SEVERAL: Partial<Record<ReviewField, { table: string; id: string }>> = {
  labels: { table: "application_labels", id: "label_id" },
  assignee: { table: "assignments", id: "member_id" },
};

/**
 * SQL that holds where the answers changed since a rating (a row of `ratings`, by its name in the statement). It is
 * looked for rating by rating: of many, a page needs few.
 */
export function changedSinceSql(rating: string): string {
  return `(SELECT true FROM participant_history AS h WHERE h.event_id = ${rating}.event_id
    AND h.participant_id = ${rating}.participant_id AND h.id > ${rating}.seen_change AND h.changes ? 'fields'
    LIMIT 1) IS TRUE`;
}

const nameOf = (field: ReviewField) => `side_${field.replace("-", "_")}`;

/** SQL of the joins that the fields of a question need, after `participants AS p`. */
export function sideJoins(
  fields: { sorts: readonly string[]; filters: readonly string[]; facets: readonly string[] },
  event: string,
  reader: Reader,
  to: Parameters,
): string {
  const counted = fields.facets.filter(isReviewField).filter(hasSeveral);
  const told = [
    ...fields.sorts,
    ...[...fields.filters, ...fields.facets].filter((f) => !hasSeveral(f)),
  ];
  const keys = [...new Set(told.filter(isReviewField))].map((field) => {
    const rows = sideRows(field, event, reader, to);
    return `LEFT JOIN (${rows}) AS ${nameOf(field)} ON ${nameOf(field)}.participant_id = p.participant_id`;
  });
  const lists = counted.map((field) => {
    const { table = "", id = "" } = SEVERAL[field] ?? {};
    return `LEFT JOIN (SELECT t.participant_id, jsonb_agg(t.${id}) AS ids FROM ${table} AS t
      WHERE t.event_id = ${event} GROUP BY t.participant_id) AS ${nameOf(field)}_ids
      ON ${nameOf(field)}_ids.participant_id = p.participant_id`;
  });
  return [...keys, ...lists].join("\n");
}

function sideRows(
  field: ReviewField,
  event: string,
  { memberId, sight }: Reader,
  to: Parameters,
): string {
  return SIDES[field].rows({ event, member: () => to.add(memberId), sight });
}

/** SQL that holds for rows that the side does not have. One at a time: a page of them is soon full. */
export function lacksSideSql(
  field: ReviewField,
  event: string,
  reader: Reader,
  to: Parameters,
): string {
  return `(SELECT true FROM (${sideRows(field, event, reader, to)}) AS had
    WHERE had.participant_id = p.participant_id LIMIT 1) IS NULL`;
}

/** SQL of the key of a row; where it is absent, null, or 0 of what is counted. */
export function sideKeySql(field: ReviewField): string {
  const key = `${nameOf(field)}.key`;
  return SIDES[field].countsFromZero ? `coalesce(${key}, 0)` : key;
}

/** The parts of an order by a side. `key` and `id` are of the side itself: what it lacks has neither. */
export function sideOrder(field: ReviewField) {
  const { type, countsFromZero = false } = SIDES[field];
  return {
    key: `${nameOf(field)}.key`,
    id: `${nameOf(field)}.participant_id`,
    type,
    countsFromZero,
  };
}

/** SQL of the values of a row as a filter asks for them: one text, or of labels and assignees a JSON list. */
export function sideValueSql(field: ReviewField): string {
  if (hasSeveral(field)) return `coalesce(${nameOf(field)}_ids.ids, '[]')`;
  if (field === "second-look")
    return `CASE WHEN ${nameOf(field)}.key IS NULL THEN 'no' ELSE 'yes' END`;
  return `coalesce(round(${sideKeySql(field)}::numeric)::text, 'none')`;
}

export function hasSeveral(field: string): boolean {
  return Object.hasOwn(SEVERAL, field);
}

/** SQL that holds where a row has one of the values. */
export function isSideSql(field: ReviewField, values: string[], to: Parameters): string {
  const several = SEVERAL[field];
  if (!several) return `${sideValueSql(field)} = ANY(${to.add(values)}::text[])`;
  const any = `EXISTS (SELECT FROM ${several.table} AS t WHERE t.event_id = p.event_id
    AND t.participant_id = p.participant_id`;
  const given = `${any} AND t.${several.id}::text = ANY(${to.add(values)}::text[]))`;
  return values.includes("none") ? `(${given} OR NOT ${any}))` : given;
}

/** SQL that holds from one number to another; "" is open. */
export function betweenNumbersSql(
  field: ReviewField,
  [from = "", until = ""]: string[],
  to: Parameters,
): string {
  const ends: string[] = [];
  if (from) ends.push(`${sideKeySql(field)} >= ${to.add(from)}::numeric`);
  if (until) ends.push(`${sideKeySql(field)} <= ${to.add(until)}::numeric`);
  return ends.join(" AND ");
}

export function hasSideSql(field: ReviewField): string {
  return `${nameOf(field)}.key IS NOT NULL`;
}
