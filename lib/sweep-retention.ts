import { withSystemSql } from "@/lib/db";
import { env } from "@/lib/env";

/** What has served its purpose, by table, and after how long. */
const KEPT: Record<string, string> = {
  // Longer than any budget looks back.
  api_calls: "started_at < now() - interval '2 hours'",
  // A page that was away longer loads anew.
  changes: "at < now() - interval '1 day'",
  exports: "created_at < now() - interval '1 day'",
  connect_attempts: "expires_at < now()",
  sessions: "expires_at < now()",
  portal_sessions: "expires_at < now()",
  handoffs: "expires_at < now()",
  spent_sign_ins: "expires_at < now()",
  operator_sessions: "expires_at < now()",
  operator_links: "expires_at < now()",
  operator_attempts: "expires_at < now()",
  // Long enough for an organizer who asks once a year who has looked.
  glass_breaks: "expires_at < now() - interval '1 year'",
  installation_checks:
    "id NOT IN (SELECT id FROM installation_checks ORDER BY at DESC, id DESC LIMIT 50)",
  // Long enough to see what is usual.
  delivery_refusals: "hour < now() - interval '30 days'",
  worker_heartbeats: "seen_at < now() - interval '1 day'",
};

/** Rows of the inbox at once: it is the largest table, and the busiest. */
const BATCH = 1_000;

/**
 * Deletes what is no longer needed, of all events, and drops the payloads of deliveries whose time has
 * come; the rows that say what arrived when stay. Answers how many rows, by table.
 */
export async function sweepRetention(): Promise<Record<string, number>> {
  const swept: Record<string, number> = {};
  for (const [table, isOver] of Object.entries(KEPT)) {
    swept[table] = await withSystemSql(
      async (sql) => (await sql.query(`DELETE FROM ${table} WHERE ${isOver}`)).rowCount ?? 0,
    );
  }
  swept.payloads =
    (await inBatches(dropPayloads("processed", "processed_at"))) +
    (await inBatches(dropPayloads("dead", "received_at")));
  swept.deliveries = await inBatches(FORGET_LOG);
  return swept;
}

/** Repeats a statement until it finds less than a whole batch. Answers how many rows it touched. */
async function inBatches({ text, values }: Statement): Promise<number> {
  for (let total = 0; ; ) {
    const { rowCount } = await withSystemSql((sql) => sql.query(text, values));
    total += rowCount ?? 0;
    if ((rowCount ?? 0) < BATCH) return total;
  }
}

type Statement = { text: string; values: unknown[] };

/** Of both states each has an index that holds no row whose payload is gone, or few. */
function dropPayloads(state: "processed" | "dead", since: string): Statement {
  return {
    text: `UPDATE deliveries d SET body = NULL FROM (
        SELECT event_id, delivery_id FROM deliveries
        WHERE state = '${state}' AND body IS NOT NULL
          AND ${since} < now() - make_interval(secs => $1 * 86400)
        ORDER BY ${since} LIMIT ${BATCH} FOR UPDATE SKIP LOCKED) old
      WHERE d.event_id = old.event_id AND d.delivery_id = old.delivery_id`,
    values: [env().KEEP_PAYLOADS_DAYS],
  };
}

/**
 * What was delivered about events that have no connection (any more), 30 days after it came. Jumps from
 * event to event through the index, because nearly all have one.
 */
const FORGET_LOG: Statement = {
  text: `WITH RECURSIVE known (event_id) AS (
      (SELECT event_id FROM deliveries WHERE event_id > '' ORDER BY event_id LIMIT 1)
      UNION ALL
      SELECT (SELECT d.event_id FROM deliveries d WHERE d.event_id > k.event_id
              ORDER BY d.event_id LIMIT 1)
      FROM known k WHERE k.event_id IS NOT NULL
    ), old AS (
      SELECT o.event_id, o.delivery_id FROM known k CROSS JOIN LATERAL (
        SELECT d.event_id, d.delivery_id FROM deliveries d
        WHERE d.event_id = k.event_id AND d.received_at < now() - interval '30 days'
        LIMIT ${BATCH}) o
      WHERE NOT EXISTS (SELECT FROM connections c WHERE c.event_id = k.event_id)
      LIMIT ${BATCH}
    )
    DELETE FROM deliveries d USING old
    WHERE d.event_id = old.event_id AND d.delivery_id = old.delivery_id`,
  values: [],
};
