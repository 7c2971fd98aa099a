import { randomBytes, randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { databasePool } from "@/lib/db";
import { getMyData } from "@/lib/portal/get-my-data";
import { plantConnection } from "@/testing/plant-connection";

type Person = { event: string; user: string; participant: string; session: string };
type Row = Record<string, unknown>;

const ANA: Person = {
  event: "evt_everything",
  user: "usr_ana",
  participant: "ptp_ana",
  session: "a".repeat(64),
};
const BEN: Person = { ...ANA, user: "usr_ben", participant: "ptp_ben", session: "b".repeat(64) };
const ANA_ELSEWHERE: Person = { ...ANA, event: "evt_elsewhere", session: "c".repeat(64) };

/** Tables that can hold something of a participant: what is planted, and which columns stay unshown, and why. */
const READ: Record<string, { given?: (whose: Person) => Row; unshown: Record<string, string> }> = {
  api_calls: {
    unshown: {
      id: "a number of order",
      expires_at: "calls are counted",
      finished_at: "calls are counted",
    },
  },
  application_notes: {
    given: () => ({ version: 1 }),
    unshown: {
      id: "a number of order",
      reply_to: "a number of order",
      author_id: "who of the team wrote it",
      mentions: "who of the team is to read it",
      unread_by: "who of the team is to read it",
      mentioned_at: "who of the team is to read it",
    },
  },
  audit_entries: { given: ({ user }) => ({ actor: user }), unshown: { id: "a number of order" } },
  changes: {
    given: ({ user }) => ({ ids: [user] }),
    unshown: { seq: "a number of order", topic: "counted" },
  },
  drifts: { unshown: { run_id: "a read of the whole event" } },
  grants: { given: () => ({ state: "active", epoch: 1 }), unshown: {} },
  handoffs: {
    given: () => ({ grant_epoch: 1 }),
    unshown: {
      code_hash: "a secret's",
      challenge: "a secret's",
      granted_at: "the same moment by another clock",
    },
  },
  participant_history: {
    given: () => ({
      changes: { role: ["said_before", "said_after"], last_reviewer_id: [null, "usr_reviewer"] },
      actor_id: "usr_reviewer",
    }),
    unshown: { id: "a number of order" },
  },
  participants: {
    given: () => ({ last_reviewer_id: "usr_reviewer", removed_at: null }),
    unshown: {
      cuts: "how long what is not kept was, said in words",
      missing_since: "a read of the whole event",
      brought_by_run: "a read of the whole event",
      brought_on_page: "a read of the whole event",
      brought_by_delivery: "a message's number; the history says what it told and when",
      delivered_at: "which snapshot is newer",
      said_at: "which snapshot is newer",
      stale_hash: "which snapshot is newer",
      stale_since: "which snapshot is newer",
    },
  },
  portal_sessions: {
    given: ({ session }) => ({
      id_hash: session,
      grant_epoch: 1,
      is_framed: true,
      expires_at: "2100-01-01T00:00:00Z",
    }),
    unshown: { granted_at: "the same moment by another clock" },
  },
  application_labels: {
    unshown: { label_id: "a number of order", put_by: "who of the team put it" },
  },
  application_reviews: {
    unshown: {
      rating_count: "what the ratings come to, each of which is shown",
      average: "what the ratings come to, each of which is shown",
      spread: "what the ratings come to, each of which is shown",
      label_order: "the first of the labels, each of which is shown",
      assignee_order: "who of the team",
      note_count: "how many notes there are, each of which is shown",
    },
  },
  assignments: {
    unshown: { member_id: "who of the team", assigned_by: "who of the team" },
  },
  presences: {
    unshown: { member_id: "who of the team" },
  },
  ratings: {
    given: () => ({ is_abstained: false }),
    unshown: {
      member_id: "who of the team gave it",
      is_given: "whether it counts yet",
      seen_change: "a number of order",
      is_changed: "said by the history",
    },
  },
  reviewer_names: { given: ({ user }) => ({ reviewer_id: user }), unshown: {} },
  starred_activities: { unshown: {} },
  tokens: {
    given: ({ user }) => ({ holder: user }),
    unshown: {
      access_token: "a secret",
      refresh_token: "a secret",
      generation: "how the token is renewed",
      lease_holder: "how the token is renewed",
      lease_expires_at: "how the token is renewed",
      refresh_sent_at: "how the token is renewed",
      refresh_attempts: "how the token is renewed",
      paused_until: "how the token is renewed",
      refresh_failed_at: "how the token is renewed",
      refresh_failure: "how the token is renewed",
      access_issued_at: "how the token is renewed",
      refused_at: "how the token is renewed",
      concurrent_refusals: "how the token is renewed",
    },
  },
};

/** Tables of which no row can be told to be about somebody, or that hold nothing of anybody. */
const NOT_READ: Record<string, string> = {
  activities: "the program, as everybody sees it",
  change_heads: "one number per event",
  connect_attempts: "browsers of organizers on their way, no user",
  connections: "the event as a whole",
  deliveries:
    "a message as it arrived, for 30 days, and afterwards what the history's entry has; a note says so",
  delivery_failures: "why a delivery could not be applied, in words without values",
  erasures: "the event as a whole, in counts",
  events: "the event as a whole",
  exports: "what a member asked for, for a day: who was picked by hand is named by number only",
  form_field_counts: "numbers of answers, by field",
  full_reads: "when the lists of the event were read, nobody's rows",
  glass_breaks: "what operators did, about an event as a whole",
  labels: "words of the team, of nobody in particular; what is on somebody is shown with them",
  list_layouts: "which columns a member sees",
  locations: "the program, as everybody sees it",
  invitations: "links for the team, to whom an owner wrote them",
  member_sessions: "browsers of the team",
  members: "seats of organizers, known by their browser and no user of Revento's",
  operator_actions: "what operators did, about an event as a whole",
  participant_counts: "numbers of people, by status",
  program_days: "the program, as everybody sees it",
  registration_waves: "the program, as everybody sees it",
  review_settings: "how the team reviews, of nobody in particular",
  role_levels: "what roles of the team see, of nobody in particular",
  saved_views: "questions that members keep, of nobody in particular",
  spent_sign_ins:
    "states of sign-ins that came back, for 20 minutes; what came of them only its browser can open",
  sync_pages: "which ids a read that is on has seen so far, gone when it ends",
  sync_runs: "reads of the whole event: numbers and a cursor",
  threads: "the program, as everybody sees it",
};

/** Whose a row is, in whatever table. */
const keysOf = (whose: Person): Row => ({
  event_id: whose.event,
  user_id: whose.user,
  holder: whose.user,
  participant_id: whose.participant,
});

type Column = { name: string; type: string };

let admin: pg.Client;
const planted: Record<string, Row> = {};

let count = 7_000_000;

/** A value that occurs nowhere else. */
function saying(said: string, type: string): unknown {
  count += 1;
  switch (type) {
    case "text":
      return said;
    case "ARRAY":
      return [said];
    case "jsonb":
      return { said };
    case "timestamp with time zone":
      return new Date(Date.UTC(2100, 0, 1) + count * 60_000);
    case "integer":
    case "bigint":
    case "double precision":
      return count;
    case "boolean":
      return true;
    case "uuid":
      return randomUUID();
    case "bytea":
      return randomBytes(32);
    default:
      throw new Error(`no value for ${said}, which is ${type}`);
  }
}

async function columnsOf(table: string): Promise<Column[]> {
  const found = await admin.query<Column>(
    `SELECT column_name AS name, data_type AS type FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name = $1 AND is_generated = 'NEVER'`,
    [table],
  );
  return found.rows;
}

/** One row of somebody's, in which every value that is not given occurs nowhere else. */
async function plant(table: string, whose: Person): Promise<Row> {
  const fixed = { ...keysOf(whose), ...READ[table]?.given?.(whose) };
  const row: Row = {};
  for (const { name, type } of await columnsOf(table)) {
    row[name] = name in fixed ? fixed[name] : saying(`said_${whose.user}_${table}_${name}`, type);
  }
  const names = Object.keys(row);
  await admin.query(
    `INSERT INTO ${table} (${names.join()}) VALUES (${names.map((_, at) => `$${at + 1}`).join()})`,
    Object.values(row),
  );
  return row;
}

const dataOf = ({ event, session }: Person) => getMyData({ eventId: event, sessionHash: session });

beforeAll(async () => {
  admin = new pg.Client({ connectionString: process.env.TEST_ADMIN_DATABASE_URL });
  await admin.connect();
  // Foreign keys are of no interest here, only what is shown of a row.
  await admin.query("SET session_replication_role = replica");
  await plantConnection({ eventId: ANA.event });
  for (const table of Object.keys(READ)) planted[table] = await plant(table, ANA);
});

afterAll(() => admin?.end());

test("every table of an event is read for its participants, or holds nothing of them", async () => {
  const { rows } = await databasePool().query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE a.attname = 'event_id' AND NOT a.attisdropped AND c.relkind IN ('r', 'p')
       AND c.relnamespace = 'public'::regnamespace`,
  );
  expect([...Object.keys(READ), ...Object.keys(NOT_READ)].sort()).toEqual(
    rows.map((row) => row.name).sort(),
  );
});

test.each(Object.entries(READ))(
  "of %s, a participant sees every column that is not left out for a reason",
  async (table, { given, unshown }) => {
    const json = JSON.stringify(await dataOf(ANA));
    const fixed = { ...keysOf(ANA), ...given?.(ANA) };
    const said = Object.entries(planted[table] ?? {}).filter(([name]) => !(name in fixed));
    const missing = said.filter(([, value]) => !json.includes(inJson(value)));
    expect(missing.map(([name]) => name).sort()).toEqual(Object.keys(unshown).sort());
  },
);

/** How a planted value reads in the answer: a list's or an object's only value stands for it. */
function inJson(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  const isNested = typeof value === "object" && value !== null && !Buffer.isBuffer(value);
  return String(isNested ? Object.values(value)[0] : value);
}

test("what is given as known is shown too, and no secret and nobody else", async () => {
  const view = await dataOf(ANA);
  const json = JSON.stringify(view);
  for (const own of [ANA.user, ANA.participant, "said_before", "said_after", "inside Revento"]) {
    expect(json).toContain(own);
  }
  for (const secret of [
    "usr_reviewer",
    ANA.session,
    "said_usr_ana_tokens_access_token",
    "said_usr_ana_tokens_refresh_token",
    "said_usr_ana_handoffs_code_hash",
    "said_usr_ana_handoffs_challenge",
  ]) {
    expect(json).not.toContain(secret);
  }
  const counted = view.groups.flatMap(({ data }) => data).filter(({ value }) => value === 1);
  expect(counted.map(({ field }) => field)).toEqual(
    expect.arrayContaining([
      "Calls with your token in the last hour",
      "Calls still remembered",
      "Messages about you",
      "Notices that name you",
    ]),
  );
});

test("how long messages are kept that nobody has read is said in words", async () => {
  const { groups } = await dataOf(ANA);
  const messages = groups.find(({ name }) => name === "Messages of Revento's");
  expect(messages?.note).toMatch(/for a month.*until the event's data is erased/);
});

test.each([
  ["another person of the event", BEN],
  ["the same person in another event", ANA_ELSEWHERE],
])("what is planted of %s, in every table, changes nothing of it", async (_, whose) => {
  const { groups } = await dataOf(ANA);
  await plantConnection({ eventId: whose.event });
  for (const table of Object.keys(READ)) await plant(table, whose);
  expect((await dataOf(ANA)).groups).toEqual(groups);
  expect((await dataOf(whose)).groups).not.toEqual(groups);
});
