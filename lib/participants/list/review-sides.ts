import type { ReviewField } from "@/lib/list-address/list-fields";
import { isReviewField } from "@/lib/list-address/list-fields";
import type { Parameters } from "./parameters";
import type { Reader } from "./reader";

/**
 * What the team made of applications stands beside the mirror, in two sides: what ratings and notes come to (`sum`), and
 * what whoever reads has rated themselves (`own`). Of each at most one row of a person, so that however much is asked
 * at a time, no more is joined than these.
 */
type SideName = "sum" | "own";

type Told = {
  side: SideName;
  column: string;
  type: "double precision" | "int" | "text";
  /** SQL that holds where a side (its name) has something. */
  has: (side: string) => string;
  /** Whether the key of a row that the side has nothing of is 0, and not absent. */
  countsFromZero?: true;
  /** It is there or not: what has it is walked by id. */
  isFlag?: true;
};

const isThere = (column: string) => ({
  column,
  has: (side: string) => `${side}.${column} IS NOT NULL`,
});
const isPositive = (column: string) => ({ column, has: (side: string) => `${side}.${column} > 0` });

const TOLD: Record<ReviewField, Told> = {
  rating: { side: "sum", ...isThere("average"), type: "double precision" },
  spread: { side: "sum", ...isThere("spread"), type: "double precision" },
  reviews: { side: "sum", ...isPositive("rating_count"), type: "int", countsFromZero: true },
  notes: { side: "sum", ...isPositive("note_count"), type: "int", countsFromZero: true },
  labels: { side: "sum", ...isThere("label_order"), type: "text" },
  assignee: { side: "sum", ...isThere("assignee_order"), type: "text" },
  "own-rating": { side: "own", ...isThere("score"), type: "double precision" },
  "second-look": {
    side: "own",
    column: "is_changed",
    has: (side) => `${side}.is_changed`,
    type: "int",
    isFlag: true,
  },
};

/** What others gave, which may be hidden until one's own is given: then the side of one's own has it, too. */
const OF_OTHERS: readonly ReviewField[] = ["rating", "spread", "reviews"];

/** Where a row can have several: their table, and the column of their ids. */
const SEVERAL: Partial<Record<ReviewField, { table: string; id: string }>> = {
  labels: { table: "application_labels", id: "label_id" },
  assignee: { table: "assignments", id: "member_id" },
};

export function hasSeveral(field: string): boolean {
  return Object.hasOwn(SEVERAL, field);
}

/** How one reader's questions about the team's reviews read in SQL. */
export class ReviewSides {
  constructor(
    private readonly event: string,
    private readonly reader: Reader,
    private readonly to: Parameters,
  ) {}

  /** The joins that the fields of a question need, after `participants AS p`. */
  joins(fields: Record<"sorts" | "filters" | "facets", readonly string[]>): string {
    const counted = fields.facets.filter(isReviewField).filter(hasSeveral);
    const asked = [...fields.filters, ...fields.facets].filter((field) => !hasSeveral(field));
    const told = [...fields.sorts, ...asked].filter(isReviewField);
    const sides = [...new Set(told.map((field) => this.#sideOf(field)))].map(
      (side) =>
        `LEFT JOIN (${this.#rows(side)}) AS ${side} ON ${side}.participant_id = p.participant_id`,
    );
    const lists = counted.map((field) => {
      const { table = "", id = "" } = SEVERAL[field] ?? {};
      return `LEFT JOIN (SELECT t.participant_id, jsonb_agg(t.${id}) AS ids FROM ${table} AS t
        WHERE t.event_id = ${this.event} GROUP BY t.participant_id) AS ${field}_ids
        ON ${field}_ids.participant_id = p.participant_id`;
    });
    return [...sides, ...lists].join("\n");
  }

  /** The key of a row; where it is absent, null, or 0 of what is counted. */
  key(field: ReviewField): string {
    const { countsFromZero, isFlag, has } = TOLD[field];
    const column = this.#column(field);
    if (isFlag) return `CASE WHEN ${has(this.#sideOf(field))} THEN 1 END`;
    return countsFromZero ? `coalesce(${column}, 0)` : column;
  }

  /** The parts of an order by a field. `column` and `id` are of the side itself. */
  order(field: ReviewField) {
    const { type, has, countsFromZero = false, isFlag = false } = TOLD[field];
    const column = this.#column(field);
    const side = this.#sideOf(field);
    return {
      column,
      id: `${side}.participant_id`,
      key: this.key(field),
      type,
      countsFromZero,
      isFlag,
      has: has(side),
    };
  }

  /** Holds for rows that the side has nothing of. One at a time: a page of them is soon full. */
  lacks(field: ReviewField): string {
    const { has } = TOLD[field];
    return `(SELECT true FROM (${this.#rows(this.#sideOf(field))}) AS had
      WHERE had.participant_id = p.participant_id AND ${has("had")} LIMIT 1) IS NULL`;
  }

  /** The values of a row as a facet counts them: one text, or of labels and assignees a JSON list. */
  value(field: ReviewField): string {
    if (hasSeveral(field)) return `coalesce(${field}_ids.ids, '[]')`;
    if (field === "second-look") return `CASE WHEN ${this.#column(field)} THEN 'yes' ELSE 'no' END`;
    return `coalesce(round(${this.key(field)}::numeric)::text, 'none')`;
  }

  /** Holds where a row has one of the values. */
  isOneOf(field: ReviewField, values: string[]): string {
    const several = SEVERAL[field];
    const given = `${this.to.add(values)}::text[]`;
    if (!several) return `${this.value(field)} = ANY(${given})`;
    const any = `EXISTS (SELECT FROM ${several.table} AS t WHERE t.event_id = p.event_id
      AND t.participant_id = p.participant_id`;
    const named = `${any} AND t.${several.id}::text = ANY(${given}))`;
    return values.includes("none") ? `(${named} OR NOT ${any}))` : named;
  }

  /** Holds from one number to another; "" is open. */
  isBetween(field: ReviewField, [from = "", until = ""]: string[]): string {
    const ends: string[] = [];
    if (from) ends.push(`${this.key(field)} >= ${this.to.add(from)}::numeric`);
    if (until) ends.push(`${this.key(field)} <= ${this.to.add(until)}::numeric`);
    return ends.join(" AND ");
  }

  /** Holds where there is something. */
  isAnswered(field: ReviewField): string {
    return TOLD[field].has(this.#sideOf(field));
  }

  #sideOf(field: ReviewField): SideName {
    const isHidden = OF_OTHERS.includes(field) && this.reader.sight.ratings !== "all";
    return isHidden ? "own" : TOLD[field].side;
  }

  #column(field: ReviewField): string {
    return `${this.#sideOf(field)}.${TOLD[field].column}`;
  }

  #rows(side: SideName): string {
    if (side === "sum")
      return `SELECT * FROM application_reviews AS a WHERE a.event_id = ${this.event}`;
    return `SELECT o.participant_id, o.score, o.is_changed, a.average, a.spread, a.rating_count
      FROM ratings AS o
      LEFT JOIN application_reviews AS a
        ON a.event_id = o.event_id AND a.participant_id = o.participant_id
      WHERE o.event_id = ${this.event} AND o.member_id = ${this.to.add(this.reader.memberId)}::uuid
        AND o.is_given`;
  }
}
