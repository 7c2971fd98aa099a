import { findSuspension } from "@/lib/connections/suspension";
import { type Sql, withSystemSql } from "@/lib/db";
import type { SuspensionView } from "./console-overview-view";

const MOST_EVENTS = 500;

/** Across events: the suspension of the integration (contract 7.6) that is in force, and what stands still. */
export async function viewSuspension(): Promise<SuspensionView | null> {
  const suspension = await findSuspension();
  if (!suspension) return null;
  const { begunAt, toldAt, askedAt, reason } = suspension;
  return {
    since: begunAt.toISOString(),
    toldAt: toldAt.toISOString(),
    askedAt: askedAt?.toISOString() ?? null,
    reason,
    events: await withSystemSql(readSuspended),
  };
}

async function readSuspended(sql: Sql): Promise<SuspensionView["events"]> {
  const { rows } = await sql.query<{ event_id: string; title: string | null; state_since: Date }>(
    `SELECT c.event_id, e.title, c.state_since FROM connections c
     LEFT JOIN events e ON e.event_id = c.event_id
     WHERE c.state = 'suspended' ORDER BY e.title NULLS LAST, c.event_id LIMIT ${MOST_EVENTS}`,
  );
  return rows.map((row) => ({
    eventId: row.event_id,
    title: row.title,
    since: row.state_since.toISOString(),
  }));
}
