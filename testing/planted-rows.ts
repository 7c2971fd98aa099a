import { randomUUID } from "node:crypto";
import type pg from "pg";

type Row = Record<string, unknown>;
type Column = { table: string; name: string; type: string };

/** What makes a planted row belong together with others, or keeps the product from stumbling over it. */
function given(eventId: string, word: string, run: string, delivery: string): Record<string, Row> {
  const user = { user_id: `usr_${word}` };
  const participant = { participant_id: `ptp_${word}` };
  const member = randomUUID();
  const label = { label_id: randomUUID() };
  return {
    application_labels: { ...participant, ...label },
    application_reviews: participant,
    assignments: participant,
    labels: { id: label.label_id },
    presences: participant,
    ratings: participant,
    review_settings: { event_id: eventId },
    deliveries: { delivery_id: delivery, state: "dead" },
    delivery_failures: { delivery_id: delivery },
    drifts: { ...participant, run_id: run },
    grants: { ...user, state: "ended" },
    handoffs: user,
    invitations: { role: "viewer" },
    member_sessions: { member_id: member },
    members: { id: member, role: "viewer" },
    participant_history: participant,
    participants: { ...participant, removed_at: null },
    operator_actions: { operator: "local", action: "looked" },
    portal_sessions: user,
    starred_activities: user,
    sync_pages: { run_id: run },
    sync_runs: { id: run, state: "completed" },
    // The rows an event has only one of are changed where they say something.
    change_heads: {},
    connections: {},
    events: { event_id: eventId, publish_status: "published" },
  };
}

/** No row is planted: what an erasure is about, and what the product makes by itself. */
const NOT_PLANTED = ["connections", "change_heads", "erasures"];

// Far from the numbers that sequences give.
let count = 9_000_000;

function sample(said: string, { type }: Column): unknown {
  switch (type) {
    case "text":
      return said;
    case "ARRAY":
      return [said];
    case "jsonb":
      return { said };
    case "bytea":
      return Buffer.from(said);
    case "timestamp with time zone":
      return new Date(Date.now() - 86_400_000);
    case "integer":
    case "double precision":
      return 1;
    case "bigint":
      count += 1;
      return count;
    case "boolean":
      return true;
    case "uuid":
      return randomUUID();
    default:
      throw new Error(`no value for ${type}`);
  }
}

/**
 * Plants a row into every table of an event that is connected, as superuser: each text, list, document and
 * byte string in it contains `word` (lower case). Generated from the schema, so that a new column takes
 * part. Answers how many places hold the word now.
 */
export async function plantRows(
  admin: pg.Client | pg.Pool,
  eventId: string,
  word: string,
): Promise<number> {
  const found = await admin.query<Column>(
    `SELECT table_name AS table, column_name AS name, data_type AS type
     FROM information_schema.columns c WHERE table_schema = 'public' AND is_generated = 'NEVER'
       AND EXISTS (SELECT FROM information_schema.columns e WHERE e.table_schema = 'public'
         AND e.table_name = c.table_name AND e.column_name = 'event_id')`,
  );
  const fixed = given(eventId, word, randomUUID(), randomUUID());
  let places = 0;
  const tables = Map.groupBy(found.rows, (column) => column.table);
  for (const table of inOrder([...tables.keys()])) {
    if (NOT_PLANTED.includes(table)) continue;
    const row: Row = {};
    for (const column of tables.get(table) ?? []) {
      row[column.name] = sample(`${word}_${table}_${column.name}`, column);
    }
    Object.assign(row, { event_id: eventId }, fixed[table]);
    places += JSON.stringify(row).split(word).length - 1;
    const names = Object.keys(row);
    const values = names.map((_, at) => `$${at + 1}`).join();
    await admin.query(
      `INSERT INTO ${table} (${names.join()}) VALUES (${values}) ${table === "events" ? KEEP_TITLE : ""}`,
      Object.values(row),
    );
  }
  await admin.query(
    "UPDATE connections SET cause = $2, scopes = ARRAY[$2] WHERE event_id = $1 AND state <> 'active'",
    [eventId, `${word}_connections`],
  );
  return places;
}

/** Of an event that has been read the title stays, which is looked for, too. */
const KEEP_TITLE = `ON CONFLICT (event_id) DO UPDATE SET description = excluded.description,
  timezone = excluded.timezone, min_age = excluded.min_age, source = excluded.source`;

const PARENTS = ["labels", "grants", "members", "participants", "sync_runs", "deliveries"];

function inOrder(tables: string[]): string[] {
  return [...PARENTS, ...tables.filter((table) => !PARENTS.includes(table)).sort()];
}

/**
 * The tables and catalogs in which a word occurs, as text or as bytes, of every schema of the database:
 * what a dump of it would hold, and the planner's statistics.
 */
export async function tablesThatSay(
  admin: pg.Client | pg.Pool,
  word: string,
): Promise<Record<string, number>> {
  const tables = await admin.query<{ name: string }>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c
     JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'm') AND n.nspname NOT LIKE 'pg\\_toast%' ORDER BY 1`,
  );
  const hex = Buffer.from(word).toString("hex");
  const said: Record<string, number> = {};
  for (const { name } of tables.rows) {
    const { rows } = await admin.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM ${name} t
       WHERE strpos(lower(t::text), $1) > 0 OR strpos(t::text, $2) > 0`,
      [word, hex],
    );
    if (rows[0]?.count) said[name] = rows[0].count;
  }
  return said;
}
