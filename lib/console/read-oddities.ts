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

/** What is of another kind than it should be says nothing, and must not keep everything else from being said. */
const each = (json: string) =>
  `jsonb_each(CASE jsonb_typeof(${json}) WHEN 'object' THEN ${json} ELSE '{}' END)`;
const count = (json: string) =>
  `CASE jsonb_typeof(${json}) WHEN 'number' THEN ${json}::int ELSE 0 END`;

/** What the last completed run of each live event found, one entry for each list and field. The caller authorizes. */
export async function readOddities(sql: Sql): Promise<Oddity[]> {
  const { rows } = await sql.query<Oddity>(
    `WITH last AS (
       SELECT DISTINCT ON (r.event_id) r.event_id, r.odd, r.unreadable, r.new_words
       FROM sync_runs r JOIN connections c ON c.event_id = r.event_id AND c.state = 'active'
       WHERE r.state = 'completed' ORDER BY r.event_id, r.created_at DESC
     ), told AS (
       SELECT event_id, 'odd_field' AS kind, list.key || '.' || field.key AS what, ${count("field.value")} AS rows
       FROM last, ${each("odd")} AS list, ${each("list.value -> 'fields'")} AS field
       UNION ALL
       SELECT event_id, 'unreadable_row', list.key, ${count("list.value")} FROM last, ${each("unreadable")} AS list
       UNION ALL
       SELECT event_id, 'new_word', field.key || ' ' || word.key, ${count("word.value")}
       FROM last, ${each("new_words")} AS field, ${each("field.value")} AS word
     )
     SELECT kind, what, sum(rows)::int AS rows, count(DISTINCT event_id)::int AS events FROM told
     GROUP BY kind, what HAVING sum(rows) > 0 ORDER BY events DESC, rows DESC, what LIMIT ${MOST}`,
  );
  return rows;
}
