import type { Sql } from "@/lib/db";

/** Something of Revento's that is not as the contract says, over all live events. */
export type Oddity = {
  kind: "odd_field" | "unreadable_row" | "new_word";
  /** Revento's name for the list, the field, or the field and its word. */
  what: string;
  rows: number;
  events: number;
};

const MOST = 50;

/** What the last completed run of each live event found, one entry for each list and field. The caller authorizes. */
export async function readOddities(sql: Sql): Promise<Oddity[]> {
  const { rows } = await sql.query<Oddity>(
    `WITH last AS (
       SELECT DISTINCT ON (r.event_id) r.event_id, r.odd, r.unreadable, r.new_words
       FROM sync_runs r JOIN connections c ON c.event_id = r.event_id AND c.state = 'active'
       WHERE r.state = 'completed' ORDER BY r.event_id, r.created_at DESC
     ), told AS (
       SELECT event_id, 'odd_field' AS kind, list.key || '.' || field.key AS what, field.value::int AS rows
       FROM last, jsonb_each(odd) AS list, jsonb_each(list.value -> 'fields') AS field
       UNION ALL
       SELECT event_id, 'unreadable_row', list.key, list.value::int FROM last, jsonb_each(unreadable) AS list
       UNION ALL
       SELECT event_id, 'new_word', field.key || ' ' || word.key, word.value::int
       FROM last, jsonb_each(new_words) AS field, jsonb_each(field.value) AS word
     )
     SELECT kind, what, sum(rows)::int AS rows, count(DISTINCT event_id)::int AS events FROM told
     GROUP BY kind, what ORDER BY events DESC, rows DESC, what LIMIT ${MOST}`,
  );
  return rows;
}
