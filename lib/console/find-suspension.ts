import { type Sql, withSystemSql } from "@/lib/db";
import type { SuspensionView } from "./console-overview-view";

type Row = { occurred_at: Date; received_at: Date; body: Buffer | null };

const MOST_EVENTS = 500;

/**
 * Across events: the suspension of the integration (contract 7.6) that is in force, as far as anybody told
 * us: the latest one after which no event has been connected. Its reason is in the delivery, for as long
 * as payloads are kept.
 */
export async function findSuspension(): Promise<SuspensionView | null> {
  return withSystemSql(async (sql) => {
    const { rows } = await sql.query<Row>(
      `SELECT occurred_at, received_at, body FROM deliveries d
       WHERE event_id = '' AND type = 'integration.suspended' AND NOT EXISTS (
         SELECT FROM connections c WHERE c.connected_at > d.occurred_at)
       ORDER BY occurred_at DESC LIMIT 1`,
    );
    const told = rows[0];
    if (!told) return null;
    return {
      since: told.occurred_at.toISOString(),
      toldAt: told.received_at.toISOString(),
      reason: reasonIn(told.body),
      events: await readSuspended(sql),
    };
  });
}

function reasonIn(body: Buffer | null): string | null {
  try {
    const reason: unknown = JSON.parse(body?.toString("utf8") ?? "null")?.data?.reason;
    return typeof reason === "string" ? reason : null;
  } catch {
    return null;
  }
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
