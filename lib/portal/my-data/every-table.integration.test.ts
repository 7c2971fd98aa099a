import { randomBytes, randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { databasePool } from "@/lib/db";
import { getMyData } from "@/lib/portal/get-my-data";

const EVENT = "evt_everything";
const USER = "usr_ana";
const PARTICIPANT = "ptp_ana";
const SESSION = "5".repeat(64);

/** Tables that can hold something of a participant: what is planted, and which columns stay unshown, and why. */
const READ: Record<string, { given?: Record<string, unknown>; unshown: Record<string, string> }> = {
  api_calls: {
    unshown: {
      id: "a number of order",
      started_at: "calls are counted; the first one's moment is shown",
      expires_at: "calls are counted",
      finished_at: "calls are counted",
    },
  },
  audit_entries: { given: { actor: USER }, unshown: { id: "a number of order" } },
  changes: { given: { ids: [USER] }, unshown: { seq: "a number of order", topic: "counted" } },
  deliveries: {
    given: { envelope_id: "said_participant_history_envelope_id" },
    unshown: {
      delivery_id: "counted: the message is the one of the history's entry",
      signature: "a secret's",
      type: "that of the history's entry",
      occurred_at: "that of the history's entry",
      body: "counted: let go as soon as it is processed",
      state: "of the processing, not of the person",
      outcome: "of the processing, not of the person",
      attempts: "of the processing, not of the person",
      next_attempt_at: "of the processing, not of the person",
      processed_at: "of the processing, not of the person",
      last_error: "of the processing, not of the person",
    },
  },
  drifts: { unshown: { run_id: "a read of the whole event" } },
  grants: { given: { state: "active", epoch: 1 }, unshown: {} },
  handoffs: { unshown: { code_hash: "a secret's", grant_epoch: "given", challenge: "a secret's" } },
  participant_history: {
    given: {
      changes: { role: ["said_before", "said_after"], last_reviewer_id: [null, "usr_reviewer"] },
      actor_id: "usr_reviewer",
    },
    unshown: { id: "a number of order" },
  },
  participants: {
    given: { last_reviewer_id: "usr_reviewer", removed_at: null },
    unshown: { seen_in_run: "a read of the whole event" },
  },
  portal_sessions: {
    given: { id_hash: SESSION, grant_epoch: 1, is_framed: true, expires_at: future(1) },
    unshown: {},
  },
  starred_activities: { unshown: {} },
  tokens: {
    given: { holder: USER },
    unshown: {
      access_token: "a secret",
      refresh_token: "a secret",
      generation: "how the token is renewed",
      lease_holder: "how the token is renewed",
      lease_expires_at: "how the token is renewed",
      refresh_sent_at: "how the token is renewed",
      refresh_attempts: "how the token is renewed",
      paused_until: "how the token is renewed",
    },
  },
};

const NOTHING_PERSONAL: Record<string, string> = {
  activities: "the program, as everybody sees it",
  change_heads: "one number per event",
  connect_attempts: "browsers of organizers on their way, no user",
  connections: "the event as a whole",
  events: "the event as a whole",
  locations: "the program, as everybody sees it",
  members: "seats of organizers, known by their browser and no user of Revento's",
  participant_counts: "numbers of people, by status",
  program_days: "the program, as everybody sees it",
  registration_waves: "the program, as everybody sees it",
  sync_runs: "reads of the whole event: numbers and a cursor",
  threads: "the program, as everybody sees it",
};

const MINE: Record<string, unknown> = {
  event_id: EVENT,
  user_id: USER,
  holder: USER,
  participant_id: PARTICIPANT,
};

type Column = { name: string; type: string };
type Planted = Record<string, unknown>;

let admin: pg.Client;
const planted: Record<string, Planted> = {};

let minutes = 0;
function future(days: number): Date {
  minutes += 1;
  return new Date(Date.UTC(2100, 0, days, 0, minutes));
}

/** A value that occurs nowhere else. */
function saying(table: string, { name, type }: Column): unknown {
  const said = `said_${table}_${name}`;
  const made: Record<string, () => unknown> = {
    text: () => said,
    ARRAY: () => [said],
    jsonb: () => ({ said }),
    "timestamp with time zone": () => future(2),
    integer: () => 7_000_000 + ++minutes,
    bigint: () => 8_000_000 + ++minutes,
    uuid: () => randomUUID(),
    boolean: () => true,
    bytea: () => randomBytes(32),
  };
  const make = made[type];
  if (!make) throw new Error(`no value for ${table}.${name}, which is ${type}`);
  return make();
}

async function columnsOf(table: string): Promise<Column[]> {
  const found = await admin.query<Column>(
    `SELECT column_name AS name, data_type AS type FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name = $1 AND is_generated = 'NEVER'`,
    [table],
  );
  return found.rows;
}

async function insert(table: string, row: Planted): Promise<void> {
  const names = Object.keys(row);
  const values = Object.entries(row).map(([name, value]) =>
    typeof value === "object" && ["changes", "detail", "fields"].includes(name)
      ? JSON.stringify(value)
      : value,
  );
  await admin.query(
    `INSERT INTO ${table} (${names.join()}) VALUES (${names.map((_, at) => `$${at + 1}`).join()})`,
    values,
  );
}

beforeAll(async () => {
  admin = new pg.Client({ connectionString: process.env.TEST_ADMIN_DATABASE_URL });
  await admin.connect();
  // Foreign keys are of no interest here, only what is shown of a row.
  await admin.query("SET session_replication_role = replica");
  await admin.query(
    `INSERT INTO connections (event_id, organization_id, state, cause, state_since, connected_at)
     VALUES ($1, 'org_a', 'active', 'connected', now(), now())`,
    [EVENT],
  );
  for (const [table, { given }] of Object.entries(READ)) {
    const columns = await columnsOf(table);
    const row = Object.fromEntries(
      columns.map((column) => {
        const fixed = { ...MINE, ...given };
        const value = column.name in fixed ? fixed[column.name] : saying(table, column);
        return [column.name, value];
      }),
    );
    await insert(table, row);
    planted[table] = row;
  }
});

afterAll(() => admin?.end());

test("every table of an event is read for its participants, or holds nothing of them", async () => {
  const { rows } = await databasePool().query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE a.attname = 'event_id' AND NOT a.attisdropped AND c.relkind IN ('r', 'p')
       AND c.relnamespace = 'public'::regnamespace`,
  );
  expect([...Object.keys(READ), ...Object.keys(NOTHING_PERSONAL)].sort()).toEqual(
    rows.map((row) => row.name).sort(),
  );
});

test.each(Object.entries(READ))(
  "of %s, a participant sees every column that is not left out for a reason",
  async (table, { given, unshown }) => {
    const json = JSON.stringify(await getMyData({ eventId: EVENT, sessionHash: SESSION }));
    const checked = Object.entries(planted[table] ?? {}).filter(
      ([name]) => !(name in MINE) && !(name in (given ?? {})),
    );
    const missing = checked.filter(([, value]) => !json.includes(inJson(value)));
    expect(missing.map(([name]) => name).sort()).toEqual(
      Object.keys(unshown)
        .filter((name) => checked.some(([each]) => each === name))
        .filter((name) => name !== "started_at")
        .sort(),
    );
  },
);

function inJson(value: unknown): string {
  const json = JSON.stringify(value);
  return json.slice(1, -1);
}

test("what is given as known is shown too, and no secret and nobody else", async () => {
  const view = await getMyData({ eventId: EVENT, sessionHash: SESSION });
  const json = JSON.stringify(view);
  for (const own of [USER, PARTICIPANT, "said_before", "said_after", "inside Revento"]) {
    expect(json).toContain(own);
  }
  for (const secret of [
    "usr_reviewer",
    SESSION,
    "said_tokens_access_token",
    "said_tokens_refresh_token",
    "said_handoffs_code_hash",
    "said_handoffs_challenge",
  ]) {
    expect(json).not.toContain(secret);
  }
  const counted = view.groups.flatMap(({ data }) => data).filter(({ value }) => value === 1);
  expect(counted.map(({ field }) => field)).toEqual(
    expect.arrayContaining([
      "Calls with your token in the last hour",
      "Calls still remembered",
      "Messages that changed your application",
      "Of these, still kept as they came",
      "Notices that name you",
    ]),
  );
});
