import type { Sql } from "@/lib/db";
import { answerField } from "@/lib/list-address/list-fields";
import { readFilter, writeFilter } from "@/lib/list-address/list-filter";
import type { FormFieldView } from "@/lib/participants/form-field-view";
import { answered } from "./address-of";

const STATEMENT = `
  SELECT field AS key, sum(count)::int AS answered,
    CASE WHEN count(*) = 1 THEN min(kind) ELSE 'text' END AS kind
  FROM form_field_counts WHERE event_id = $1 AND count > 0
  GROUP BY field ORDER BY 2 DESC, 1`;

/** The fields of the form that a list can be asked about, the most answered first. */
export async function readFields(sql: Sql, eventId: string): Promise<FormFieldView[]> {
  const { rows } = await sql.query<FormFieldView>(STATEMENT, [eventId]);
  return rows.filter(({ key }) => readFilter(writeFilter(answered(answerField(key)))) !== null);
}
