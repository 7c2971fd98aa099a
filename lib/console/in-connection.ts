import { refusalOf } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { EventId } from "@/lib/event-id";
import { changeEventInSql, type EventChange } from "@/lib/live/change-event";

/** The connection that an operator works on, as it stands in this transaction. */
export type StandingConnection = {
  eventId: string;
  organizationId: string;
  state: string;
  cause: string;
  isPaused: boolean;
};

const LOCK_WITHIN_MS = 5_000;

/**
 * {@link changeEventInSql} for an event that has a connection, whose row is held until the end, so that what it
 * finds stays so. Throws AppError `not_found` where there is no connection (any more), `conflict` where other work
 * holds the event for more than 5 s.
 */
export async function inConnection<T>(
  eventId: string,
  work: (change: EventChange, connection: StandingConnection) => Promise<T>,
): Promise<T> {
  const id = EventId.safeParse(eventId);
  if (!id.success) throw noSuchConnection();
  const withConnection = async (change: EventChange) => {
    const { rows } = await change.sql.query<StandingConnection>(
      `SELECT event_id AS "eventId", organization_id AS "organizationId", state, cause,
         paused_at IS NOT NULL AS "isPaused"
       FROM connections WHERE event_id = $1 FOR UPDATE`,
      [id.data],
    );
    const connection = rows[0];
    if (!connection) throw noSuchConnection();
    return work(change, connection);
  };
  return whenFree(() =>
    changeEventInSql(id.data, withConnection, { lockWithinMs: LOCK_WITHIN_MS }),
  );
}

/** Says in words that a lock was not to be had in time. */
export async function whenFree<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (!isLockTimeout(cause)) throw cause;
    throw new AppError("conflict", "Other work holds this event. Try again in a moment.", {
      cause,
    });
  }
}

/** SQLSTATE lock_not_available. */
export function isLockTimeout(error: unknown): boolean {
  return refusalOf(error)?.sqlState === "55P03";
}

export function noSuchConnection(): AppError {
  return new AppError("not_found", "No connection of this event is known.");
}
