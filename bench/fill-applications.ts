import type pg from "pg";

export const EVENT_ROWS = 100_000;
const EVENTS = 10;
const FIRST =
  "Ana Marko Ivana Luka Petra Nikola Maja Josip Élodie Jürgen Søren Zoë Aiko Ngọc Omar Priya";
const LAST =
  "Kovačević Horvat Babić Marić Jurić Novak Knežević Vuković Müller García Dubois Øvergård Tanaka Nguyễn Haddad Sharma Kowalska Rossi Silva Okafor";

export const eventName = (number: number) => `evt_bench_${number}`;

/**
 * Fills the tables with ten events of 100,000 applications each, unless they are there. Goes past
 * triggers and indexes, which are put back as the migrations made them.
 */
export async function fillApplications(
  pool: pg.Pool,
  say: (line: string) => void,
): Promise<{ rows: number }> {
  const wanted = EVENTS * EVENT_ROWS;
  const found = await pool.query<{ rows: number }>(
    "SELECT count(*)::int AS rows FROM participants",
  );
  if (found.rows[0]?.rows === wanted) return { rows: wanted };
  say(`making ${wanted} applications, kept for the next run (some minutes)…`);
  const client = await pool.connect();
  try {
    await client.query("SET session_replication_role = replica");
    await client.query("TRUNCATE connections, events, participants, participant_counts CASCADE");
    await client.query(CONNECTIONS, [EVENTS]);
    await withoutIndexes(client, async () => {
      for (let event = 0; event < EVENTS; event += 1) {
        await client.query(PARTICIPANTS, [eventName(event), EVENT_ROWS, event]);
        say(`  ${(event + 1) * EVENT_ROWS} rows`);
      }
    });
    await client.query(COUNTS);
    await client.query("RESET session_replication_role");
    await client.query("VACUUM ANALYZE");
  } finally {
    client.release(true);
  }
  return { rows: wanted };
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

const CONNECTIONS = `INSERT INTO connections
    (event_id, organization_id, state, cause, state_since, scopes, connected_at)
  SELECT 'evt_bench_' || n, 'org_bench', 'active', 'connected', now(), '{participants.read}', now()
  FROM generate_series(0, $1::int - 1) AS n`;

const COUNTS = `INSERT INTO participant_counts (event_id, status, count)
  SELECT event_id, coalesce(status, ''), count(*) FROM participants WHERE removed_at IS NULL GROUP BY 1, 2`;

/** Names repeat as names do; half are pending; times lie within three months, in no order. */
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
  SELECT $1, 'ptp_bench_' || n, 'usr_bench_' || n, 'attendee', 'app_bench_' || n,
    (ARRAY['pending', 'pending', 'pending', 'pending', 'approved', 'approved', 'rejected',
      'revision_requested'])[draw + 1],
    first_name || ' ' || last_name,
    lower(unaccent(first_name || '.' || last_name)) || n || '@participants.example',
    jsonb_build_object('favorite_track', 'track ' || draw, 'dietary_notes', 'none',
      'shirt_size', 'M', 'languages', jsonb_build_array('hr', 'en'), 'first_time', draw < 4,
      'motivation', repeat('I build small tools for large events. ', 3)),
    submitted_at, submitted_at, submitted_at, submitted_at + interval '1 hour', 'sync', now()
  FROM people`;
