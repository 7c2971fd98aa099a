import { randomBytes } from "node:crypto";
import { encode } from "next-auth/jwt";
import type pg from "pg";
import { hashSessionId } from "@/lib/session-id";
import { connectBenchEvent } from "./fill-applications";
import type { BenchFoyer } from "./start-bench-foyer";

/** Somebody who is signed in to an event's portal. */
export type Planted = { userId: string; cookie: string };

const ACTIVITIES = `INSERT INTO activities (event_id, activity_id, title, description, starts_at, ends_at, status,
    capacity, signed_up_count, waitlist_count, capacity_state, version_at, mirrored_at)
  SELECT $1, 'act_' || n, 'Activity ' || n, repeat('What one learns there, and whom one meets. ', 6),
    timestamptz '2026-12-01 08:00Z' + (n / 6) * interval '1 hour', timestamptz '2026-12-01 09:00Z' + (n / 6) * interval '1 hour',
    'scheduled', 100, n % 90, 0, 'open', now() - interval '1 day', now()
  FROM generate_series(1, $2::int) n`;

const PARTICIPANTS = `INSERT INTO participants (event_id, participant_id, user_id, role, application_id, status, name, email,
    fields, submitted_at, version_at, updated_at, source, confirmed_at)
  SELECT $1, 'ptp_' || u, u, 'attendee', 'app_' || u, 'approved', 'Person ' || u, u || '@participants.example',
    '{"favorite_track": "data"}', now(), now() - interval '1 day', now(), 'sync', now()
  FROM unnest($2::text[]) u`;
const GRANTS = `INSERT INTO grants (event_id, user_id, state, cause, state_since, scopes, granted_at, name, checked_at)
  SELECT $1, u, 'active', 'signed_in', now(), '{profile.read,event.attendance}', now() - interval '1 hour', 'Person ' || u, now() + interval '1 hour'
  FROM unnest($2::text[]) u`;
const SESSIONS = `INSERT INTO portal_sessions (event_id, id_hash, user_id, grant_epoch, granted_at, is_framed, expires_at)
  SELECT $1, h, u, 1, now(), false, now() + interval '30 days' FROM unnest($2::text[], $3::text[]) AS t(h, u)`;

/** A revocation ends a grant by its token. Nobody asks Revento with it: what it would tell was read just now. */
const TOKENS = `INSERT INTO tokens (event_id, holder, access_token, refresh_token, access_expires_at, refresh_expires_at, first_issued_at)
  SELECT $1, u, 'none', 'none', now() + interval '1 hour', now() + interval '90 days', now() - interval '1 hour'
  FROM unnest($2::text[]) u`;

/** An event as a sync has left it, with so many approved people who are signed in, and activities. */
export async function plantEventDay(
  { database, env }: Pick<BenchFoyer, "database" | "env">,
  eventId: string,
  people: number,
  activities: number,
): Promise<Planted[]> {
  const users = Array.from({ length: people }, (_, n) => `usr_${eventId}_${n}`);
  const sids = users.map(() => randomBytes(32).toString("base64url"));
  const hashes = sids.map((sid) => hashSessionId(sid) ?? "");
  await inOne(database, async (client) => {
    await connectBenchEvent(client, eventId);
    await client.query(ACTIVITIES, [eventId, activities]);
    await client.query(PARTICIPANTS, [eventId, users]);
    await client.query(GRANTS, [eventId, users]);
    await client.query(TOKENS, [eventId, users]);
    await client.query(SESSIONS, [eventId, hashes, users]);
  });
  await database.query("ANALYZE participants, grants, portal_sessions, activities");
  const secret = env.NEXTAUTH_SECRET ?? "";
  return Promise.all(
    users.map(async (userId, n) => {
      const value = await encode({ token: { sid: sids[n], event_id: eventId }, secret });
      return { userId, cookie: `foyer_portal_${eventId}=${value}` };
    }),
  );
}

async function inOne(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<void>): Promise<void> {
  const client = await pool.connect();
  try {
    await work(client);
  } finally {
    client.release();
  }
}
