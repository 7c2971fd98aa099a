import { type Sql, withEventSql } from "@/lib/db";
import { ReventoError } from "@/lib/revento/errors";
import { CALL_TIMEOUT_MS } from "@/lib/revento/request-api";
import { budgetOf, type CallBudget } from "./api-budget";

/** When the slot of a call frees itself, if its process died. */
const SLOT_LIFE_MS = CALL_TIMEOUT_MS + 5_000;
/** Revento lets go of a call a moment after its answer left. */
const LANDING_MS = 20;
const SHORTEST_WAIT_MS = 5;

export type Reservation =
  | { callId: string; epoch: number }
  /** No room now; ask again after so many milliseconds. */
  | { callId: null; waitMs: number };

/**
 * Reserves one call in the three budgets of a token (contract 5), under the lock of its row, so that
 * all processes together never exceed them. A call counts until its answer came, plus the window: never
 * shorter than Revento counts it. Throws ReventoError refused when the event has no connection or the
 * holder no token.
 */
export async function reserveCall(
  eventId: string,
  holder: string,
  options: { reserveForPeople?: boolean } = {},
): Promise<Reservation> {
  const budget = budgetOf(holder, options.reserveForPeople);
  return withEventSql(eventId, async (sql) => {
    const token = await sql.query<{ paused_for_ms: number }>(
      `SELECT coalesce(extract(epoch FROM paused_until - clock_timestamp()) * 1000, 0)::float8 AS paused_for_ms
       FROM tokens WHERE event_id = $1 AND holder = $2 FOR UPDATE`,
      [eventId, holder],
    );
    const connection = await sql.query<{ epoch: number; state: string }>(
      "SELECT epoch, state FROM connections WHERE event_id = $1",
      [eventId],
    );
    const [held, connected] = [token.rows[0], connection.rows[0]];
    if (!held || connected?.state !== "active") {
      throw new ReventoError("refused", { code: held ? "not_connected" : "no_token" });
    }
    const waitMs = Math.max(held.paused_for_ms, await waitFor(sql, eventId, holder, budget));
    if (waitMs > 0) return { callId: null, waitMs: Math.max(SHORTEST_WAIT_MS, Math.ceil(waitMs)) };
    return { callId: await insertCall(sql, eventId, holder), epoch: connected.epoch };
  });
}

/**
 * Milliseconds until every budget has room. A window has room when the call that was `limit` calls ago
 * has left it.
 */
async function waitFor(
  sql: Sql,
  eventId: string,
  holder: string,
  { windows, inFlight }: CallBudget,
): Promise<number> {
  const found = await sql.query<{ waits_ms: number[]; in_flight: number }>(
    `WITH calls AS (
       SELECT coalesce(finished_at, expires_at) AS ended_at, finished_at, expires_at,
         row_number() OVER (ORDER BY coalesce(finished_at, expires_at) DESC) AS nth
       FROM api_calls
       WHERE event_id = $1 AND holder = $2 AND started_at > clock_timestamp() - interval '65 minutes'
     )
     SELECT
       ARRAY(
         SELECT extract(epoch FROM least(c.ended_at, clock_timestamp()) - clock_timestamp()) * 1000 + w.window_ms
         FROM unnest($3::int[], $4::float8[]) AS w(max_calls, window_ms) JOIN calls c ON c.nth = w.max_calls
       )::float8[] AS waits_ms,
       (SELECT count(*)::int FROM calls
        WHERE expires_at > clock_timestamp()
          AND coalesce(finished_at + $5 * interval '1 ms', expires_at) > clock_timestamp()) AS in_flight`,
    [
      eventId,
      holder,
      windows.map(({ limit }) => limit),
      windows.map(({ windowMs }) => windowMs),
      LANDING_MS,
    ],
  );
  const row = found.rows[0];
  const isFull = (row?.in_flight ?? 0) >= inFlight;
  const untilOneLands = isFull ? LANDING_MS * (1 + Math.random()) : 0;
  return Math.max(0, untilOneLands, ...(row?.waits_ms ?? []));
}

async function insertCall(sql: Sql, eventId: string, holder: string): Promise<string> {
  const inserted = await sql.query<{ id: string }>(
    `INSERT INTO api_calls (event_id, holder, started_at, expires_at)
     VALUES ($1, $2, clock_timestamp(), clock_timestamp() + $3 * interval '1 ms')
     RETURNING id`,
    [eventId, holder, SLOT_LIFE_MS],
  );
  const id = inserted.rows[0]?.id;
  if (id === undefined) throw new Error("a call was not recorded");
  return id;
}
