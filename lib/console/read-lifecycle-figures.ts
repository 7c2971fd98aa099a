import type { Sql } from "@/lib/db";

/** What has become of connections lately, across events. */
export type LifecycleFigures = {
  toBeReconnected: number;
  /** In the last 24 hours, but for a suspension. */
  endedLately: number;
  /** The most of them within ten minutes. */
  endedAtOnce: number;
  unpublished: number;
  /** Events for which Revento has not answered for two minutes, and since when. */
  away: number;
  awaySince: Date | null;
};

/** Across events: what has become of connections lately. The caller authorizes. */
export async function readLifecycleFigures(sql: Sql): Promise<LifecycleFigures> {
  const { rows } = await sql.query<LifecycleFigures>(
    `WITH ended AS (
       SELECT state_since, count(*) OVER (
         ORDER BY state_since RANGE BETWEEN interval '10 minutes' PRECEDING AND CURRENT ROW) AS near
       FROM connections
       WHERE state IN ('revoked', 'erasing') AND state_since > now() - interval '24 hours'
     )
     SELECT
       (SELECT count(*) FROM connections WHERE state = 'needs_reconnect')::int AS "toBeReconnected",
       (SELECT count(*) FROM ended)::int AS "endedLately",
       coalesce((SELECT max(near) FROM ended), 0)::int AS "endedAtOnce",
       (SELECT count(*) FROM connections c JOIN events e ON e.event_id = c.event_id
        WHERE c.state = 'active' AND e.publish_status = 'unpublished')::int AS unpublished,
       count(*) FILTER (WHERE away_since < now() - interval '2 minutes')::int AS away,
       min(away_since) FILTER (WHERE away_since < now() - interval '2 minutes') AS "awaySince"
     FROM connections WHERE state = 'active'`,
  );
  const [row] = rows;
  if (!row) throw new Error("counting answered nothing");
  return row;
}
