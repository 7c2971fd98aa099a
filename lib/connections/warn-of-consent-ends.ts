import { withSystemSql } from "@/lib/db";
import { changeEventInSql, IN_BACKGROUND } from "@/lib/live/change-event";
import { logOf } from "@/lib/log";
import { endConnection } from "./end-connection";

/** Days before the end of consent at which organizers are warned, each louder than the one before. */
const WARNED_AT_DAYS = [30, 7, 1] as const;
const DAY_MS = 86_400_000;

type Consent = { event_id: string; epoch: number; ends_at: Date; is_over: boolean };

/**
 * Warns organizers 30, 7 and 1 days before the year of their consent is over (contract 2.4), once each,
 * and ends connections whose refresh token is over: at the cap, or after 90 days that nobody refreshed it
 * in. Looks across events, for a daily schedule. Answers counts.
 */
export async function warnOfConsentEnds(): Promise<{ warned: number; ended: number }> {
  let warned = 0;
  let ended = 0;
  for (const { event_id, epoch, ends_at, is_over } of await listEndingConsents()) {
    try {
      const end = { cause: "consent_expired", endedAt: ends_at, expectedEpoch: epoch } as const;
      if (
        is_over &&
        (await changeEventInSql(event_id, (change) => endConnection(change, end), IN_BACKGROUND))
      )
        ended += 1;
      if (!is_over && (await warn(event_id, epoch, ends_at))) warned += 1;
    } catch (error) {
      // Tried again tomorrow; one event must not hold up the others.
      logOf("consents").error({ err: error, eventId: event_id }, "could not look after a consent");
    }
  }
  return { warned, ended };
}

/** Where an access token outlives its consent, the connection goes on until it has ended too. */
async function listEndingConsents(): Promise<Consent[]> {
  return withSystemSql(async (sql) => {
    const found = await sql.query<Consent>(
      `SELECT t.event_id, c.epoch,
         least(t.first_issued_at + interval '365 days',
           CASE WHEN t.refresh_expires_at <= now() THEN t.refresh_expires_at END) AS ends_at,
         (t.refresh_expires_at <= now() OR t.first_issued_at + interval '365 days' <= now())
           AND t.access_expires_at <= now() AS is_over
       FROM tokens t JOIN connections c ON c.event_id = t.event_id
       WHERE t.holder = 'installation' AND c.state IN ('active', 'preparing')
         AND (t.first_issued_at + interval '365 days' <= now() + $1 * interval '1 day'
           OR t.refresh_expires_at <= now())
       ORDER BY t.event_id`,
      [WARNED_AT_DAYS[0]],
    );
    return found.rows;
  });
}

/** Answers whether a warning was due that had not been given. */
async function warn(eventId: string, epoch: number, endsAt: Date): Promise<boolean> {
  const daysLeft = (endsAt.getTime() - Date.now()) / DAY_MS;
  const days = WARNED_AT_DAYS.findLast((at) => daysLeft <= at);
  if (days === undefined) return false;
  return changeEventInSql(
    eventId,
    async ({ sql, changed, audit }) => {
      const told = await sql.query(
        `UPDATE connections SET warned_days = $3
       WHERE event_id = $1 AND epoch = $2 AND state IN ('active', 'preparing')
         AND coalesce(warned_days > $3, true)`,
        [eventId, epoch, days],
      );
      if (told.rowCount === 0) return false;
      const endsOn = endsAt.toISOString();
      await audit("foyer", "connection.consent_ends_soon", { days, endsOn });
      changed("connection");
      return true;
    },
    IN_BACKGROUND,
  );
}
