import type pg from "pg";

const FIRST =
  "Ana Marko Ivana Luka Petra Nikola Maja Josip Élodie Jürgen Søren Zoë Aiko Ngọc Omar Priya";
const LAST =
  "Kovačević Horvat Babić Marić Jurić Novak Knežević Vuković Müller García Dubois Øvergård Tanaka Nguyễn Haddad Sharma Kowalska Rossi Silva Okafor";

/** An event to fill, and how many applications it gets. */
export type Filling = { eventId: string; rows: number };

/**
 * Fills a database with events of so many applications each and nothing else, unless they are there.
 * Goes past triggers and indexes, which are put back as the migrations made them.
 */
export async function fillApplications(
  pool: pg.Pool,
  fillings: readonly Filling[],
  say: (line: string) => void,
): Promise<void> {
  const wanted = fillings.reduce((sum, { rows }) => sum + rows, 0);
  const found = await pool.query<{ rows: number }>(
    `SELECT count(*)::int AS rows FROM participants WHERE event_id = ANY($1)`,
    [fillings.map(({ eventId }) => eventId)],
  );
  if (found.rows[0]?.rows === wanted) return;
  say(`making ${wanted.toLocaleString("en-GB")} applications (some minutes)…`);
  const client = await pool.connect();
  try {
    await client.query("SET session_replication_role = replica");
    for (const { eventId } of fillings) await forgetEvent(client, eventId);
    await withoutIndexes(client, async () => {
      for (const [seed, filling] of fillings.entries()) await fillEvent(client, filling, seed);
    });
    await client.query("RESET session_replication_role");
    await client.query("VACUUM ANALYZE");
  } finally {
    client.release(true);
  }
}

async function forgetEvent(client: pg.PoolClient, eventId: string): Promise<void> {
  for (const table of ["participants", "participant_counts", "form_field_counts"]) {
    await client.query(`DELETE FROM ${table} WHERE event_id = $1`, [eventId]);
  }
}

async function fillEvent(
  client: pg.PoolClient,
  { eventId, rows }: Filling,
  seed: number,
): Promise<void> {
  await connectBenchEvent(client, eventId);
  await client.query(PARTICIPANTS, [eventId, rows, seed]);
  for (const statement of [COUNTS, ANSWERED]) await client.query(statement, [eventId]);
}

/** An event as it is when its first sync is through. */
export async function connectBenchEvent(
  client: Pick<pg.PoolClient, "query">,
  eventId: string,
): Promise<void> {
  for (const statement of [CONNECTION, EVENT, SYNC]) await client.query(statement, [eventId]);
}

async function withoutIndexes(client: pg.PoolClient, work: () => Promise<void>): Promise<void> {
  const { rows: indexes } = await client.query<{ name: string; definition: string }>(
    `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition
     FROM pg_index WHERE indrelid = 'participants'::regclass AND NOT indisprimary`,
  );
  for (const { name } of indexes) await client.query(`DROP INDEX ${name}`);
  await work();
  await client.query("SET maintenance_work_mem = '1GB'");
  for (const { definition } of indexes) await client.query(definition);
}

const CONNECTION = `INSERT INTO connections
    (event_id, organization_id, state, cause, state_since, scopes, connected_at)
  VALUES ($1, 'org_bench', 'active', 'connected', now(), '{event.read,participants.read,program.read}', now())
  ON CONFLICT DO NOTHING`;

const EVENT = `INSERT INTO events
    (event_id, organization_id, title, publish_status, timezone, version_at, source, mirrored_at)
  VALUES ($1, 'org_bench', 'The large event', 'published', 'Europe/Zagreb', now(), 'sync', now())
  ON CONFLICT DO NOTHING`;

/** So that no worker thinks that a read is due. */
const SYNC = `INSERT INTO sync_runs (event_id, id, kind, state, started_at, finished_at)
  VALUES ($1, gen_random_uuid(), 'sync', 'completed', now(), now())`;

const COUNTS = `INSERT INTO participant_counts (event_id, status, count)
  SELECT event_id, coalesce(status, ''), count(*) FROM participants
  WHERE event_id = $1 AND removed_at IS NULL GROUP BY 1, 2`;

const ANSWERED = `INSERT INTO form_field_counts (event_id, field, kind, count)
  SELECT event_id, key, answer_kind(value), count(*) FROM participants, jsonb_each(fields)
  WHERE event_id = $1 AND removed_at IS NULL GROUP BY 1, 2, 3`;

/** Names repeat as names do; half are pending; one in 2,000 is large; times lie within three months, in no order. */
const PARTICIPANTS = `
  WITH names AS (
    SELECT string_to_array('${FIRST}', ' ') AS first, string_to_array('${LAST}', ' ') AS last
  ), people AS (
    SELECT n, first[1 + hashint4(n * 7 + $3) & 15] AS first_name,
      last[1 + (hashint4(n * 13 + $3) & 1023) % 20] AS last_name,
      (hashint4(n * 3 + $3) & 7) AS draw,
      timestamptz '2026-08-01' + (hashint4(n * 5 + $3) & 8388607) * interval '1 second' AS submitted_at
    FROM names, generate_series(1, $2::int) AS n
  )
  INSERT INTO participants
    (event_id, participant_id, user_id, role, application_id, status, name, email, fields,
     submitted_at, registered_at, version_at, updated_at, source, confirmed_at)
  SELECT $1, 'ptp_' || n, 'usr_' || n, 'attendee', 'app_' || n,
    (ARRAY['pending', 'pending', 'pending', 'pending', 'approved', 'approved', 'rejected',
      'revision_requested'])[draw + 1],
    first_name || ' ' || last_name,
    lower(unaccent(first_name || '.' || last_name)) || n || '@participants.example',
    jsonb_build_object('favorite_track', 'track ' || draw, 'dietary_notes', 'none',
      'shirt_size', CASE WHEN n % 2000 = 0 THEN 'XXL' ELSE 'M' END,
      'age', 18 + (n * 7) % 60, 'languages', jsonb_build_array('hr', 'en'), 'first_time', draw < 4,
      'motivation', repeat('I build small tools for large events. ', 3)),
    submitted_at, submitted_at, submitted_at, submitted_at + interval '1 hour', 'sync', now()
  FROM people`;
