import type { Tx } from "@/lib/db";
import { answerField, type ListKind } from "@/lib/list-address/list-fields";

const MOST_CHOICES = 2;

/** Where the form's choices stand; `answers`, all of them in short, where it has none. */
const COLUMNS: Record<ListKind, (choices: string[]) => string[]> = {
  applications: (choices) => ["name", ...choices, "status", "submitted", "updated"],
  participants: (choices) => ["name", "role", "status", "registered", ...choices],
};

/** The columns of a list that nobody has arranged: among them the questions of the form that ask for a choice. */
export async function readUsualColumns(db: Tx, eventId: string, list: ListKind): Promise<string[]> {
  const choices = (await readChoiceFields(db, eventId)).map(answerField);
  return COLUMNS[list](choices.length > 0 ? choices : ["answers"]);
}

/**
 * The fields of the form, the most answered first, that a hundred applications answer in short words which repeat, or
 * with short lists. Revento names no kinds of fields (contract 4.5), so their values tell. Long applications are left
 * out: reading them would cost more than they say.
 */
async function readChoiceFields(db: Tx, eventId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ key: string }[]>`
    WITH sample AS (
      SELECT fields FROM participants
      WHERE event_id = ${eventId} AND removed_at IS NULL AND pg_column_size(fields) < 8192
      LIMIT 100
    )
    SELECT key FROM sample, jsonb_each(fields)
    WHERE jsonb_typeof(value) IN ('string', 'array') AND value NOT IN ('""', '[]')
    GROUP BY key
    HAVING count(*) >= 4 AND max(length(value #>> '{}')) <= 80 AND length(key) <= 190
      AND (bool_and(jsonb_typeof(value) = 'array')
        OR (count(DISTINCT value) <= 12 AND count(DISTINCT value) * 2 <= count(*)))
    ORDER BY count(*) DESC, key LIMIT ${MOST_CHOICES}`;
  return rows.map(({ key }) => key);
}
