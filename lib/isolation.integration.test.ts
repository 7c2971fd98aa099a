import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { databasePool, withEventSql, withSystemSql } from "./db";

const MINE = "evt_mine";
const FOREIGN = "evt_foreign";

/** Every table that belongs to events, and what the verbs that look across events may do with it. */
const TENANT_TABLES: Record<string, string[]> = {
  activities: [],
  application_labels: [],
  application_notes: [],
  application_reviews: [],
  assignments: [],
  api_calls: ["DELETE", "SELECT"],
  audit_entries: [],
  change_heads: ["SELECT"],
  changes: ["DELETE", "SELECT"],
  connect_attempts: ["DELETE", "INSERT", "SELECT", "UPDATE"],
  connections: ["SELECT"],
  deliveries: ["DELETE", "INSERT", "SELECT", "UPDATE"],
  delivery_failures: ["INSERT", "SELECT"],
  drifts: [],
  erasures: ["SELECT"],
  events: ["SELECT"],
  exports: ["DELETE", "SELECT"],
  form_field_counts: [],
  full_reads: [],
  glass_breaks: ["DELETE", "SELECT"],
  grants: ["SELECT"],
  handoffs: ["DELETE", "SELECT"],
  invitations: ["SELECT"],
  labels: [],
  list_layouts: [],
  locations: [],
  member_sessions: ["SELECT", "UPDATE"],
  members: ["SELECT"],
  operator_actions: ["INSERT", "SELECT"],
  participant_counts: ["SELECT"],
  participant_history: [],
  participants: [],
  portal_sessions: ["DELETE", "SELECT"],
  presences: [],
  program_days: [],
  ratings: [],
  registration_waves: [],
  review_settings: [],
  reviewer_names: [],
  role_levels: [],
  saved_views: [],
  spent_sign_ins: ["DELETE", "SELECT"],
  starred_activities: [],
  sync_pages: [],
  sync_runs: ["SELECT"],
  threads: [],
  tokens: ["SELECT"],
};
const OUTSIDE_EVENTS = ["connect_attempts"];
const INSIDE_EVENTS = Object.keys(TENANT_TABLES).filter((name) => !OUTSIDE_EVENTS.includes(name));

const SAMPLE: Record<string, string> = {
  text: "'x'",
  uuid: "gen_random_uuid()",
  "timestamp with time zone": "now()",
  integer: "1",
  "double precision": "1",
  bigint: "1",
  jsonb: "'{}'",
  boolean: "false",
  bytea: "gen_random_uuid()::text::bytea",
  ARRAY: "'{}'",
};

let admin: pg.Client;

/** One row of any table, made from its columns' types. */
async function plant(table: string, eventId: string): Promise<void> {
  const { rows } = await admin.query<{ name: string; type: string }>(
    `SELECT column_name AS name, data_type AS type FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name = $1 AND is_generated = 'NEVER' AND is_nullable = 'NO'`,
    [table],
  );
  const names = rows.map((row) => row.name);
  const values = rows.map((row) =>
    row.name === "event_id" ? pg.escapeLiteral(eventId) : (SAMPLE[row.type] ?? "NULL"),
  );
  await admin.query(`INSERT INTO ${table} (${names.join()}) VALUES (${values.join()})`);
}

beforeAll(async () => {
  admin = new pg.Client({ connectionString: process.env.TEST_ADMIN_DATABASE_URL });
  await admin.connect();
  // Foreign keys and triggers are of no interest here, only who sees which row.
  await admin.query("SET session_replication_role = replica");
  for (const table of Object.keys(TENANT_TABLES)) {
    await plant(table, MINE);
    await plant(table, FOREIGN).catch((error: unknown) => {
      if (table !== "connect_attempts") throw error; // its key is not the event
    });
  }
});

afterAll(() => admin?.end());

test("every table that carries an event has its row in this table", async () => {
  const { rows } = await databasePool().query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE a.attname = 'event_id' AND NOT a.attisdropped AND c.relkind = 'r'
       AND c.relnamespace = 'public'::regnamespace ORDER BY 1`,
  );
  expect(rows.map((row) => row.name)).toEqual(Object.keys(TENANT_TABLES).sort());
});

describe.each(INSIDE_EVENTS)("work inside one event, on %s", (table) => {
  test("reads, changes and deletes its own rows only, and writes none of another event", async () => {
    await withEventSql(MINE, async (sql) => {
      const { rows } = await sql.query(`SELECT DISTINCT event_id FROM ${table}`);
      expect(rows).toEqual([{ event_id: MINE }]);
      const update = await sql.query(
        `UPDATE ${table} SET event_id = event_id WHERE event_id = '${FOREIGN}'`,
      );
      expect(update.rowCount).toBe(0);
      const deletion = await sql.query(`DELETE FROM ${table} WHERE event_id = '${FOREIGN}'`);
      expect(deletion.rowCount).toBe(0);
    });
    await expect(
      withEventSql(MINE, (sql) => sql.query(`UPDATE ${table} SET event_id = '${FOREIGN}'`)),
    ).rejects.toThrow(/row-level security/);
  });

  test("sees nothing as long as no event is set", async () => {
    const client = await databasePool().connect();
    try {
      await client.query("BEGIN; SET LOCAL ROLE foyer_event");
      expect((await client.query(`SELECT 1 FROM ${table}`)).rowCount).toBe(0);
    } finally {
      await client.query("ROLLBACK");
      client.release();
    }
  });
});

describe("work across events", () => {
  test.each(Object.entries(TENANT_TABLES))(
    "may do on %s what is granted, and no more: %j",
    async (table, allowed) => {
      const { rows } = await admin.query<{ verb: string }>(
        `SELECT verb FROM unnest(ARRAY['DELETE','INSERT','SELECT','UPDATE']) AS verb
       WHERE has_table_privilege('foyer_system', $1, verb)
          OR (verb <> 'DELETE' AND has_any_column_privilege('foyer_system', $1, verb))`,
        [table],
      );
      expect(rows.map((row) => row.verb)).toEqual(allowed);
    },
  );

  test("cannot read a participant at all", async () => {
    await expect(withSystemSql((sql) => sql.query("SELECT 1 FROM participants"))).rejects.toThrow(
      /permission denied/,
    );
  });
});

test("a search finds people of the event that is set, and of no other", async () => {
  await admin.query(
    "UPDATE participants SET name = 'Somebody', participant_id = 'ptp_' || event_id",
  );
  const { rows } = await withEventSql(MINE, (sql) =>
    sql.query("SELECT participant_id AS id FROM search_participants('%somebody%')"),
  );
  expect(rows).toEqual([{ id: `ptp_${MINE}` }]);
});

/** Every function of ours, and who may execute it; what is not SECURITY DEFINER shows nobody more than they may see. */
const FUNCTIONS: Record<string, { isDefiner: boolean; call: string | null; executors: string[] }> =
  {
    "answer_kind(jsonb)": { isDefiner: false, call: "answer_kind('1')", executors: ["everybody"] },
    "answer_text(jsonb)": { isDefiner: false, call: "answer_text('1')", executors: ["everybody"] },
    "answers_text(jsonb)": {
      isDefiner: false,
      call: "answers_text('{}')",
      executors: ["everybody"],
    },
    "changed_answers(jsonb,jsonb)": {
      isDefiner: false,
      call: "changed_answers('{}', '{}')",
      executors: ["everybody"],
    },
    "common_length(text,text)": {
      isDefiner: false,
      call: "common_length('a', 'b')",
      executors: ["everybody"],
    },
    "count_answers()": { isDefiner: false, call: null, executors: ["everybody"] },
    "count_participants()": { isDefiner: false, call: null, executors: ["everybody"] },
    "fold_text(text)": { isDefiner: false, call: "fold_text('x')", executors: ["everybody"] },
    "kept_change(jsonb,jsonb)": {
      isDefiner: false,
      call: "kept_change('1', '2')",
      executors: ["everybody"],
    },
    "natural_text(text)": { isDefiner: false, call: "natural_text('x')", executors: ["everybody"] },
    "search_participants(text,text[],text)": {
      isDefiner: true,
      call: "search_participants('%somebody%')",
      executors: ["foyer_event", "foyer_search"],
    },
    "search_text(text)": { isDefiner: false, call: "search_text('x')", executors: ["everybody"] },
  };

describe("what runs with more rights than its caller", () => {
  type Row = { name: string; isDefiner: boolean; settings: string[] | null; executors: string[] };
  const ROLES = ["foyer", "foyer_event", "foyer_search", "foyer_system", "foyer_test_newcomer"];

  beforeAll(() => admin.query("CREATE ROLE foyer_test_newcomer").catch(() => {}));
  afterAll(() => admin.query("DROP ROLE IF EXISTS foyer_test_newcomer").catch(() => {}));

  async function readFunctions(): Promise<Row[]> {
    const { rows } = await admin.query<Row>(
      `SELECT replace(p.oid::regprocedure::text, ', ', ',') AS name, p.prosecdef AS "isDefiner",
         p.proconfig AS settings,
         CASE WHEN has_function_privilege('foyer_test_newcomer', p.oid, 'EXECUTE') THEN ARRAY['everybody']
           ELSE ARRAY(SELECT role FROM unnest($1::text[]) AS role
             WHERE has_function_privilege(role, p.oid, 'EXECUTE') ORDER BY role) END AS executors
       FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
         AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
       ORDER BY 1`,
      [ROLES],
    );
    return rows;
  }

  test("every function has its row in this table, with who may execute it", async () => {
    const found = (await readFunctions()).map(({ name, isDefiner, executors }) => [
      name,
      { isDefiner, executors },
    ]);
    const known = Object.entries(FUNCTIONS).map(([name, { isDefiner, executors }]) => [
      name,
      { isDefiner, executors },
    ]);
    expect(found).toEqual(known);
  });

  test("looks for temporary objects last", async () => {
    for (const { isDefiner, settings, name } of await readFunctions()) {
      if (isDefiner) expect(settings?.join(), name).toMatch(/^search_path=.*, pg_temp$/);
    }
  });

  test.each(
    Object.entries(FUNCTIONS).flatMap(([name, { call, executors }]) =>
      call === null ? [] : ROLES.map((role) => [name, role, call, executors] as const),
    ),
  )("%s answers %s only where it may", async (_, role, call, executors) => {
    const mayExecute = executors.includes("everybody") || executors.includes(role);
    await admin.query(`BEGIN; SET LOCAL ROLE ${role}; SET LOCAL foyer.event_id = '${FOREIGN}'`);
    try {
      const called = admin.query(`SELECT ${call}`);
      if (mayExecute) expect((await called).rows).toBeDefined();
      else await expect(called).rejects.toThrow(/permission denied for function/);
    } finally {
      await admin.query("ROLLBACK");
    }
  });
});
