import type { Sql } from "@/lib/db";
import { shareByHead } from "@/lib/live/share-by-head";
import type { Actor } from "@/lib/members/actor";
import { readWithPermission } from "@/lib/members/with-permission";
import { EVENT_ROW, lastConfirmed } from "@/lib/mirror/full-read";
import { countsByStatusSql } from "./counts-by-status";
import type { ErasureScope, EventOverviewView } from "./event-overview-view";
import { readEndScope } from "./read-end-scope";
import { readHeard } from "./read-heard";

type ConnectionRow = {
  organization_id: string;
  state: string;
  cause: string;
  state_since: Date;
  connected_at: Date;
  scopes: string[];
  is_paused: boolean;
  consent_ends_at: Date | null;
};

type EventRow = {
  title: string;
  description: string | null;
  starts_at: Date | null;
  ends_at: Date | null;
  timezone: string | null;
  publish_status: string;
  min_age: string | null;
  version_at: Date;
  source: string;
  mirrored_at: Date;
};

/** What one event looks like from above. Throws AppError `unauthenticated`, `not_found`. */
export async function getEventOverview(
  actor: Actor,
  { eventId }: { eventId: string },
): Promise<EventOverviewView> {
  return readWithPermission(actor, eventId, "event.read", async (sql, { role, sight }) => {
    const shared = await shareByHead(sql, eventId, "overview", () => readOverview(sql, eventId));
    // The names of what is hidden from a blind reviewer would tell something, too.
    return { ...shared, role, sight: { ...sight, hidden: [] } };
  });
}

async function readOverview(
  sql: Sql,
  eventId: string,
): Promise<Omit<EventOverviewView, "role" | "sight">> {
  const lastRun = await readLastRun(sql, eventId);
  return {
    eventId,
    event: await readEvent(sql, eventId),
    connection: await readConnection(sql, eventId),
    counts: await readCounts(sql, eventId),
    today: await readToday(sql, eventId),
    reviewers: await readReviewers(sql, eventId),
    lastFullRead: viewLastFullRead(lastRun),
    problems: await readProblems(sql, eventId, lastRun),
  };
}

async function readEvent(sql: Sql, eventId: string): Promise<EventOverviewView["event"]> {
  const found = await sql.query<EventRow>(
    `SELECT title, description, starts_at, ends_at, timezone, publish_status, min_age, version_at,
       source, ${lastConfirmed("e", EVENT_ROW)} AS mirrored_at
     FROM events e WHERE event_id = $1`,
    [eventId],
  );
  const row = found.rows[0];
  if (!row) return null;
  return {
    title: row.title,
    description: row.description,
    startsAt: row.starts_at?.toISOString() ?? null,
    endsAt: row.ends_at?.toISOString() ?? null,
    timezone: row.timezone,
    publishStatus: row.publish_status,
    minAge: row.min_age,
    freshness: {
      source: row.source,
      at: row.version_at.toISOString(),
      confirmedAt: row.mirrored_at.toISOString(),
    },
  };
}

async function readConnection(sql: Sql, eventId: string): Promise<EventOverviewView["connection"]> {
  const found = await sql.query<ConnectionRow>(
    `SELECT organization_id, state, cause, state_since, connected_at, scopes,
       paused_at IS NOT NULL AS is_paused, (
         SELECT first_issued_at + interval '365 days' FROM tokens
         WHERE event_id = $1 AND holder = 'installation'
       ) AS consent_ends_at
     FROM connections WHERE event_id = $1`,
    [eventId],
  );
  const row = found.rows[0];
  if (!row) throw new Error("a member of an event without a connection");
  return {
    organizationId: row.organization_id,
    state: row.state,
    cause: row.cause,
    endScope: row.cause === "data.deletion_required" ? await readEndScope(eventId) : null,
    since: row.state_since.toISOString(),
    connectedAt: row.connected_at.toISOString(),
    scopes: row.scopes,
    isPaused: row.is_paused,
    consentEndsAt: row.consent_ends_at?.toISOString() ?? null,
    erasure: await readErasure(sql, eventId),
    ...(await readHeard(sql, eventId)),
  };
}

async function readErasure(
  sql: Sql,
  eventId: string,
): Promise<EventOverviewView["connection"]["erasure"]> {
  const found = await sql.query<{
    id: string;
    scope: ErasureScope;
    state: "open" | "running";
    planned_at: Date;
    due_at: Date;
  }>(
    `SELECT id, scope, state, planned_at, due_at FROM erasures
     WHERE event_id = $1 AND state IN ('open', 'running')`,
    [eventId],
  );
  const row = found.rows[0];
  if (!row) return null;
  const { id, scope, state } = row;
  const dates = { plannedAt: row.planned_at.toISOString(), dueAt: row.due_at.toISOString() };
  return { id, scope, state, ...dates };
}

async function readCounts(sql: Sql, eventId: string): Promise<Record<string, number>> {
  const found = await sql.query<{ status: string; count: number }>(countsByStatusSql("$1"), [
    eventId,
  ]);
  return Object.fromEntries(found.rows.map(({ status, count }) => [status || "none", count]));
}

async function readReviewers(sql: Sql, eventId: string): Promise<Record<string, string>> {
  const { rows } = await sql.query<{ reviewer_id: string; name: string }>(
    "SELECT reviewer_id, name FROM reviewer_names WHERE event_id = $1 ORDER BY reviewer_id",
    [eventId],
  );
  return Object.fromEntries(rows.map(({ reviewer_id, name }) => [reviewer_id, name]));
}

/** Of the last 10,000 things that happened: beyond, the day is busy enough. */
async function readToday(sql: Sql, eventId: string): Promise<Record<string, number>> {
  const found = await sql.query<{ status: string; count: number }>(
    `SELECT status, count(DISTINCT participant_id)::int AS count
     FROM (SELECT status, participant_id, kind, changes FROM participant_history
           WHERE event_id = $1 AND recorded_at > now() - interval '24 hours'
           ORDER BY recorded_at DESC, id DESC LIMIT 10000) AS lately
     WHERE status IS NOT NULL AND kind <> 'sync'
       AND (kind = 'application.submitted' OR changes ? 'status')
     GROUP BY status`,
    [eventId],
  );
  return Object.fromEntries(found.rows.map(({ status, count }) => [status, count]));
}

type CompletedRun = {
  kind: string;
  finished_at: Date;
  drifted: number;
  removed: number;
  odd: Record<string, { rows: number }>;
  unreadable: Record<string, number>;
  missing: number;
};

async function readLastRun(sql: Sql, eventId: string): Promise<CompletedRun | undefined> {
  const found = await sql.query<CompletedRun>(
    `SELECT kind, finished_at, drifted, removed, odd, unreadable, missing FROM sync_runs
     WHERE event_id = $1 AND state = 'completed' AND finished_at IS NOT NULL
     ORDER BY created_at DESC LIMIT 1`,
    [eventId],
  );
  return found.rows[0];
}

function viewLastFullRead(run: CompletedRun | undefined): EventOverviewView["lastFullRead"] {
  if (!run) return null;
  const { kind, finished_at, drifted, removed } = run;
  return { kind, finishedAt: finished_at.toISOString(), drifted, removed };
}

async function readProblems(
  sql: Sql,
  eventId: string,
  run: CompletedRun | undefined,
): Promise<EventOverviewView["problems"]> {
  const cut = await sql.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM participants
     WHERE event_id = $1 AND cuts IS NOT NULL AND removed_at IS NULL`,
    [eventId],
  );
  // A second reading that still waits has found nothing yet.
  const notStored = await sql.query<EventOverviewView["problems"]["notStored"]>(
    `SELECT count(*)::int AS count, coalesce((array_agg(participant_id ORDER BY at))[1:3], '{}') AS ids
     FROM drifts WHERE event_id = $1 AND cause = 'not_stored' AND run_id = (
       SELECT id FROM sync_runs WHERE event_id = $1 AND NOT (is_second AND state = 'queued')
       ORDER BY created_at DESC LIMIT 1)`,
    [eventId],
  );
  const { odd = {}, unreadable = {}, missing = 0 } = run ?? {};
  return {
    partlyRead: Object.fromEntries(Object.entries(odd).map(([list, { rows }]) => [list, rows])),
    unreadable,
    undecided: missing,
    cutForms: cut.rows[0]?.count ?? 0,
    notStored: notStored.rows[0] ?? { count: 0, ids: [] },
  };
}
