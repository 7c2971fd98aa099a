import { withSystemSql } from "@/lib/db";

/**
 * How much Revento ended with a `data.deletion_required` (contract 7.1, 7.3, 7.4), as far as the other connections
 * tell: `event`, a minute later others of the organization go on; `organization`, all of its events ended within a minute;
 * `integration`, so did those of every customer. `unknown` where there are no others to tell.
 */
export type EndScope = "event" | "organization" | "integration" | "unknown";

type Counts = {
  is_settled: boolean;
  own_live: number;
  own_ended: number;
  live: number;
  ended: number;
};

/** Across events, and answers nothing of any other: how much ended with this event's connection. */
export async function readEndScope(eventId: string): Promise<EndScope> {
  return withSystemSql(async (sql) => {
    const { rows } = await sql.query<Counts>(
      `WITH own AS (SELECT organization_id, state_since FROM connections WHERE event_id = $1),
       others AS (
         SELECT c.organization_id = own.organization_id AS is_own,
           c.state IN ('active', 'preparing') AS is_live,
           c.cause = 'data.deletion_required'
             AND c.state_since BETWEEN own.state_since - interval '1 minute'
               AND own.state_since + interval '1 minute' AS has_ended
         FROM connections c, own WHERE c.event_id <> $1
       )
       SELECT (SELECT state_since < now() - interval '1 minute' FROM own) AS is_settled,
         count(*) FILTER (WHERE is_own AND is_live)::int AS own_live,
         count(*) FILTER (WHERE is_own AND has_ended)::int AS own_ended,
         count(*) FILTER (WHERE NOT is_own AND is_live)::int AS live,
         count(*) FILTER (WHERE NOT is_own AND has_ended)::int AS ended
       FROM others`,
      [eventId],
    );
    const [counts] = rows;
    if (!counts) return "unknown";
    if (counts.own_live > 0) return counts.is_settled ? "event" : "unknown";
    if (counts.ended > 0 && counts.live === 0) return "integration";
    return counts.own_ended > 0 ? "organization" : "unknown";
  });
}
