import { withSystemSql } from "@/lib/db";
import { ReventoError } from "@/lib/revento/errors";
import { readEvent } from "@/lib/revento/read-api";
import { callRevento } from "./call-revento";
import { isAway } from "./note-away";

const MOST_AT_ONCE = 100;

/**
 * Asks Revento about the events for which it did not answer, across events, the longest ago first: the next call of
 * their own may be a day away. The first that is not answered either ends the round. Answers how many were.
 */
export async function askAfterAway(): Promise<number> {
  let answered = 0;
  for (const eventId of await listAwayEvents()) {
    try {
      await callRevento(eventId, "installation", (token) => readEvent(token, eventId), {
        reserveForPeople: true,
      });
      answered += 1;
    } catch (error) {
      if (!(error instanceof ReventoError)) throw error;
      if (isAway(error)) return answered;
    }
  }
  return answered;
}

async function listAwayEvents(): Promise<string[]> {
  return withSystemSql(async (sql) => {
    const { rows } = await sql.query<{ event_id: string }>(
      `SELECT event_id FROM connections
       WHERE away_since IS NOT NULL AND state = 'active' AND paused_at IS NULL
       ORDER BY away_since LIMIT ${MOST_AT_ONCE}`,
    );
    return rows.map(({ event_id }) => event_id);
  });
}
