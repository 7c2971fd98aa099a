import { withSystemSql } from "@/lib/db";
import { byNoun } from "./erasable-tables";
import type { ErasureView } from "./erasure-view";

type Row = {
  id: string;
  event_id: string;
  organization_id: string;
  scope: ErasureView["scope"];
  state: ErasureView["state"];
  rule: ErasureView["rule"];
  cause: string;
  ended_at: Date;
  opened_at: Date;
  planned_at: Date;
  due_at: Date;
  held_until: Date | null;
  begun_by: string | null;
  started_at: Date | null;
  finished_at: Date | null;
  counts: Record<string, number>;
  has_certificate: boolean;
};

const MOST = 1_000;

/**
 * The erasures of all events: what is still to be done first, by deadline, then what is over, newest
 * first; 1,000 at the most. Unguarded: whoever calls it has checked who asks.
 */
export async function listErasuresOfAllEvents(): Promise<ErasureView[]> {
  return withSystemSql(async (sql) => {
    const found = await sql.query<Row>(
      `SELECT id, event_id, organization_id, scope, state, rule, cause, ended_at, opened_at,
         planned_at, due_at, held_until, begun_by, started_at, finished_at, counts,
         certificate IS NOT NULL AS has_certificate
       FROM erasures
       ORDER BY state NOT IN ('open', 'running'),
         CASE WHEN state IN ('open', 'running') THEN due_at END, finished_at DESC, opened_at DESC
       LIMIT $1`,
      [MOST],
    );
    return found.rows.map(viewErasure);
  });
}

function viewErasure(row: Row): ErasureView {
  return {
    id: row.id,
    eventId: row.event_id,
    organizationId: row.organization_id,
    scope: row.scope,
    state: row.state,
    rule: row.rule,
    cause: row.cause,
    endedAt: row.ended_at.toISOString(),
    openedAt: row.opened_at.toISOString(),
    plannedAt: row.planned_at.toISOString(),
    dueAt: row.due_at.toISOString(),
    heldUntil: row.held_until?.toISOString() ?? null,
    begunBy: row.begun_by,
    startedAt: row.started_at?.toISOString() ?? null,
    finishedAt: row.finished_at?.toISOString() ?? null,
    counts: byNoun(row.counts),
    hasCertificate: row.has_certificate,
  };
}
