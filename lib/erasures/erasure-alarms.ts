import { type Sql, withSystemSql } from "@/lib/db";

export type ErasureAlarm = {
  level: "yellow" | "red";
  code: "erasure_deadline" | "erasure_late" | "deletion_unheeded";
  eventId: string;
  dueAt: string;
};

/** A deadline so near is an emergency (contract 1.6). */
const RED_BEFORE = "48 hours";
/** What has not begun, or not ended, so long after it should have, needs somebody to look. */
const LATE_AFTER = "1 hour";

type Alarming = { event_id: string; due_at: Date; is_red: boolean };

/**
 * The erasures of all events that need somebody, by deadline: red from 48 hours before the deadline on,
 * for as long as it is not completed; yellow when one is late by its own plan. Looks across events.
 */
export async function erasureAlarms(): Promise<ErasureAlarm[]> {
  return withSystemSql(async (sql) => {
    const found = await sql.query<Alarming>(
      `SELECT event_id, due_at, due_at - $1::interval <= now() AS is_red
       FROM erasures WHERE state NOT IN ('completed', 'withdrawn')
         AND (due_at - $1::interval <= now()
           OR (CASE state WHEN 'open' THEN planned_at ELSE started_at END) + $2::interval <= now())
       ORDER BY due_at`,
      [RED_BEFORE, LATE_AFTER],
    );
    const late = found.rows.map((row) =>
      alarmOf(row, row.is_red ? "erasure_deadline" : "erasure_late"),
    );
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
  return found.rows.map((row) => alarmOf(row, "deletion_unheeded"));
}

function alarmOf({ event_id, due_at, is_red }: Alarming, code: ErasureAlarm["code"]): ErasureAlarm {
  return {
    level: is_red ? "red" : "yellow",
    code,
    eventId: event_id,
    dueAt: due_at.toISOString(),
  };
}
