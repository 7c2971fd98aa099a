import { type Sql, withSystemSql } from "@/lib/db";

export type ErasureAlarm = {
  level: "yellow" | "red";
  text: string;
  eventId: string;
  dueAt: string;
};

/** A deadline so near is an emergency (contract 1.6). */
const RED_BEFORE = "48 hours";
/** What has not begun, or not ended, so long after it should have, needs somebody to look. */
const LATE_AFTER = "1 hour";

type Alarming = { event_id: string; due_at: Date; is_red: boolean };
type Row = Alarming & { is_over: boolean; state: string };

/**
 * The erasures of all events that need somebody, by deadline: red from 48 hours before the deadline on,
 * for as long as it is not completed; yellow when one is late by its own plan. Looks across events.
 */
export async function erasureAlarms(): Promise<ErasureAlarm[]> {
  return withSystemSql(async (sql) => {
    const found = await sql.query<Row>(
      `SELECT event_id, due_at, state, due_at - $1::interval <= now() AS is_red, due_at <= now() AS is_over
       FROM erasures WHERE state NOT IN ('completed', 'withdrawn')
         AND (due_at - $1::interval <= now()
           OR (CASE state WHEN 'open' THEN planned_at ELSE started_at END) + $2::interval <= now())
       ORDER BY due_at`,
      [RED_BEFORE, LATE_AFTER],
    );
    const late = found.rows.map((row) => alarmOf(row, textOf(row)));
    return [...late, ...(await listUnheededRequests(sql))];
  });
}

/**
 * A request to delete that has come and could not be carried out: there is no erasure yet whose deadline
 * could be missed, so the request itself is watched. A replay that goes well, or the erasure, ends it.
 */
async function listUnheededRequests(sql: Sql): Promise<ErasureAlarm[]> {
  const found = await sql.query<Alarming>(
    `SELECT event_id, occurred_at + interval '30 days' AS due_at,
       occurred_at + interval '30 days' - $1::interval <= now() AS is_red
     FROM (SELECT * FROM deliveries WHERE state = 'pending'
       UNION ALL SELECT * FROM deliveries WHERE state = 'dead') d
     WHERE type = 'data.deletion_required'
       AND received_at + $2::interval <= now()
       AND EXISTS (SELECT FROM connections c WHERE c.event_id = d.event_id)
     ORDER BY occurred_at`,
    [RED_BEFORE, LATE_AFTER],
  );
  const text = "Revento's request to delete could not be processed: see this event's deliveries.";
  return found.rows.map((row) => alarmOf(row, text));
}

function alarmOf({ event_id, due_at, is_red }: Alarming, text: string): ErasureAlarm {
  return {
    level: is_red ? "red" : "yellow",
    text,
    eventId: event_id,
    dueAt: due_at.toISOString(),
  };
}

function textOf({ is_red, is_over, state }: Row): string {
  if (is_over) return "The deadline of this erasure has passed, and it is not completed.";
  if (is_red) return "The deadline of this erasure is less than 48 hours away.";
  if (state === "open") return "This erasure should have begun more than an hour ago.";
  return "This erasure has been running for more than an hour.";
}
