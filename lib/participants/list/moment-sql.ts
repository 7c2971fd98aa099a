import type { Parameters } from "./parameters";

export type MomentField = "submitted" | "registered" | "reviewed" | "updated";

const COLUMN_OF: Record<MomentField, string> = {
  submitted: "p.submitted_at",
  registered: "p.registered_at",
  reviewed: "p.last_reviewed_at",
  updated: "p.changed_at",
};

/** SQL that holds where the moment is known. */
export function hasMomentSql(field: MomentField): string {
  return `${COLUMN_OF[field]} IS NOT NULL`;
}

/** SQL that holds from the first moment of one day to the last of another, in the zone; "" is open. */
export function betweenDaysSql(
  field: MomentField,
  [from = "", until = ""]: string[],
  zone: string,
  to: Parameters,
): string {
  const startOf = (day: string, more: number) =>
    `((${to.add(day)}::date + ${more})::timestamp AT TIME ZONE ${to.add(zone)}::text)`;
  const ends: string[] = [];
  if (from) ends.push(`${COLUMN_OF[field]} >= ${startOf(from, 0)}`);
  if (until) ends.push(`${COLUMN_OF[field]} < ${startOf(until, 1)}`);
  return ends.join(" AND ");
}
