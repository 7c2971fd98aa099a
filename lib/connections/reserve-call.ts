import { type Sql, withEventSql } from "@/lib/db";
import { ReventoError } from "@/lib/revento/errors";
import { CALL_TIMEOUT_MS } from "@/lib/revento/request-api";
import { budgetOf, type CallBudget } from "./api-budget";

/** When the slot of a call frees itself, if its process died. */
const SLOT_LIFE_MS = CALL_TIMEOUT_MS + 5_000;
/** How soon somebody looks again whether an operator lets the work go on. */
const PAUSED_WAIT_MS = 60_000;
/** Emptying a mirror takes seconds. */
const PREPARING_WAIT_MS = 2_000;
/** Revento lets go of a call a moment after its answer left. */
const LANDING_MS = 20;
const SHORTEST_WAIT_MS = 5;

export type Reservation =
  | { callId: string; epoch: number; generation: number; hadTrouble: boolean; isAway: boolean }
  /** No room now; ask again after so many milliseconds. */
  | { callId: null; waitMs: number };

/**
 * Reserves one call in the three budgets of a token (contract 5), under the lock of its row, so that
 * all processes together never exceed them. A call counts until its answer came, plus the window: never
 * shorter than Revento counts it. Throws ReventoError refused when the event has no connection or the
 * holder no token; throttled while an operator has paused it, or while its mirror is being emptied.
 */
export async function reserveCall(
  eventId: string,
  holder: string,
  options: { reserveForPeople?: boolean } = {},
): Promise<Reservation> {
  const budget = budgetOf(holder, options.reserveForPeople);
  return withEventSql(eventId, async (sql) => {
    const { pausedForMs, ...token } = await lockToken(sql, eventId, holder);
    if (pausedForMs > 0) return { callId: null, waitMs: Math.ceil(pausedForMs) };
    const { callId, waitMs } = await takeSlot(sql, eventId, holder, budget);
    if (callId !== null) return { callId, ...token };
    return { callId, waitMs: Math.max(SHORTEST_WAIT_MS, Math.ceil(waitMs)) };
  });
}

async function lockToken(
  sql: Sql,
  eventId: string,
  holder: string,
): Promise<Omit<Extract<Reservation, { epoch: number }>, "callId"> & { pausedForMs: number }> {
  const found = await sql.query<{
    state: string;
    is_paused: boolean;
    is_away: boolean;
    epoch: number;
    generation: number;
    had_trouble: boolean;
    paused_for_ms: number;
  }>(
    `SELECT c.state, c.paused_at IS NOT NULL AS is_paused, c.away_since IS NOT NULL AS is_away, c.epoch, t.generation,
       t.refused_at IS NOT NULL OR t.concurrent_refusals > 0 AS had_trouble,
       coalesce(extract(epoch FROM t.paused_until - clock_timestamp()) * 1000, 0)::float8 AS paused_for_ms
     FROM tokens t JOIN connections c ON c.event_id = t.event_id
     WHERE t.event_id = $1 AND t.holder = $2 FOR UPDATE OF t`,
    [eventId, holder],
  );
  const token = found.rows[0];
  if (token?.is_paused)
    throw new ReventoError("throttled", { code: "paused", waitMs: PAUSED_WAIT_MS });
  if (token?.state === "preparing") {
    throw new ReventoError("throttled", { code: "preparing", waitMs: PREPARING_WAIT_MS });
  }
  if (token?.state !== "active") {
    throw new ReventoError("refused", { code: token ? "not_connected" : "no_token" });
  }
  const { epoch, generation, had_trouble: hadTrouble, is_away: isAway } = token;
  return { epoch, generation, hadTrouble, isAway, pausedForMs: token.paused_for_ms };
}

/**
 * Counts and inserts in one statement, which begins after the lock is held. A window has room when the
 * call that was `limit` calls ago has left it.
 */
const TAKE_SLOT = `
WITH calls AS (
  SELECT finished_at, expires_at, coalesce(finished_at, expires_at) AS ended_at,
    row_number() OVER (ORDER BY coalesce(finished_at, expires_at) DESC) AS nth
  FROM api_calls
  WHERE event_id = $1 AND holder = $2 AND started_at > clock_timestamp() - interval '65 minutes'
), state AS (
  SELECT
    coalesce((
      SELECT max(extract(epoch FROM least(c.ended_at, clock_timestamp()) - clock_timestamp()) * 1000 + w.window_ms)
      FROM unnest($3::int[], $4::float8[]) AS w(most, window_ms) JOIN calls c ON c.nth = w.most
    ), 0)::float8 AS wait_ms,
    (SELECT count(*) FROM calls
     WHERE coalesce(finished_at + $5 * interval '1 ms', expires_at) > clock_timestamp()) >= $6 AS is_full
), taken AS (
  INSERT INTO api_calls (event_id, holder, started_at, expires_at)
  SELECT $1, $2, clock_timestamp(), clock_timestamp() + $7 * interval '1 ms'
  FROM state WHERE wait_ms <= 0 AND NOT is_full
  RETURNING id
)
SELECT (SELECT id FROM taken) AS id, wait_ms, is_full FROM state`;

async function takeSlot(
  sql: Sql,
  eventId: string,
  holder: string,
  { windows, inFlight }: CallBudget,
): Promise<{ callId: string | null; waitMs: number }> {
  const taken = await sql.query<{ id: string | null; wait_ms: number; is_full: boolean }>({
    name: "take-slot",
    text: TAKE_SLOT,
    values: [
      eventId,
      holder,
      windows.map(({ limit }) => limit),
      windows.map(({ windowMs }) => windowMs),
      LANDING_MS,
      inFlight,
      SLOT_LIFE_MS,
    ],
  });
  const row = taken.rows[0];
  if (!row) throw new Error("a call was neither recorded nor refused");
  const untilOneLands = row.is_full ? LANDING_MS * (1 + Math.random()) : 0;
  return { callId: row.id, waitMs: Math.max(row.wait_ms, untilOneLands) };
}
