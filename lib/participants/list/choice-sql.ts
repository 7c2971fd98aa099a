import type { ListContext, Wave } from "./list-context";
import type { Parameters } from "./parameters";

/** Fields of one word of a few, each of which a row has or not. A wave is another matter: {@link waveSql}. */
export type ChoiceField = "status" | "role" | "decision" | "reviewer" | "domain";

const COLUMN_OF: Record<ChoiceField, string> = {
  status: "p.status",
  role: "p.role",
  decision: "p.last_review_action",
  reviewer: "p.last_reviewer_id",
  domain: "CASE WHEN strpos(p.email, '@') > 0 THEN lower(split_part(p.email, '@', -1)) END",
};

/** SQL of a row's value; absent is "none". */
export function choiceSql(field: ChoiceField): string {
  return `coalesce(nullif(${COLUMN_OF[field]}, ''), 'none')`;
}

/** SQL that holds where a row has one of the values. */
export function isChoiceSql(field: ChoiceField, values: string[], to: Parameters): string {
  if (field !== "domain") return `${choiceSql(field)} = ANY(${to.add(values)}::text[])`;
  const lower = `(SELECT array_agg(lower(given)) FROM unnest(${to.add(values)}::text[]) AS given)`;
  return `${choiceSql(field)} = ANY(${lower}::text[])`;
}

/** SQL that holds where a row was submitted in one of the waves; "none": in none. */
export function isWaveSql(values: string[], { waves }: ListContext, to: Parameters): string {
  const among = waves.filter(({ id }) => values.includes(id)).map((wave) => inWaveSql(wave, to));
  if (values.includes("none")) {
    const any = waves.map((wave) => inWaveSql(wave, to));
    among.push(`NOT coalesce(${any.join(" OR ") || "false"}, false)`);
  }
  return among.join(" OR ") || "false";
}

/** SQL of the ids of a row's waves, as a JSON list. */
export function waveSql({ waves }: ListContext, to: Parameters): string {
  const ids = waves.map((wave) => `CASE WHEN ${inWaveSql(wave, to)} THEN ${to.add(wave.id)} END`);
  return `to_jsonb(array_remove(ARRAY[${ids.join(", ")}]::text[], NULL))`;
}

const EMAIL = (row: string) => `lower(btrim(${row}.email))`;

/** Which of a row's own are those of another live row, too. The policy keeps the reading inside the event. */
const SHARED: Record<string, string> = {
  email: `btrim(p.email) <> '' AND ${EMAIL("p")} IN (SELECT ${EMAIL("o")} FROM participants AS o
    WHERE o.removed_at IS NULL AND btrim(o.email) <> '' GROUP BY 1 HAVING count(*) > 1)`,
  name: `btrim(p.name) <> '' AND p.name_words IN (SELECT o.name_words FROM participants AS o
    WHERE o.removed_at IS NULL AND btrim(o.name) <> '' GROUP BY 1 HAVING count(*) > 1)`,
};

/** SQL that holds where a row shares one of the values with another; "none": neither. */
export function isDuplicateSql(values: string[]): string {
  const among = Object.keys(SHARED).filter((value) => values.includes(value));
  const conditions = among.map((value) => `coalesce(${SHARED[value]}, false)`);
  if (values.includes("none")) {
    const any = Object.values(SHARED).map((shared) => `coalesce(${shared}, false)`);
    conditions.push(`NOT (${any.join(" OR ")})`);
  }
  return conditions.join(" OR ") || "false";
}

/** SQL of what a row shares with another, as a JSON list. */
export function duplicatesSql(): string {
  const values = Object.entries(SHARED).map(
    ([value, shared]) => `CASE WHEN ${shared} THEN '${value}' END`,
  );
  return `to_jsonb(array_remove(ARRAY[${values.join(", ")}]::text[], NULL))`;
}

/** From its opening to its closing, which is the first moment outside; absent ends are open. */
function inWaveSql({ opensAt, closesAt }: Wave, to: Parameters): string {
  const ends = ["p.submitted_at IS NOT NULL"];
  if (opensAt) ends.push(`p.submitted_at >= ${to.add(opensAt.toISOString())}::timestamptz`);
  if (closesAt) ends.push(`p.submitted_at < ${to.add(closesAt.toISOString())}::timestamptz`);
  return `(${ends.join(" AND ")})`;
}
