import { type Sql, withEventSql } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { EventId } from "@/lib/event-id";
import { lockMirror } from "@/lib/live/lock-mirror";

/** The connection that an operator works on, as it stands in this transaction. */
export type StandingConnection = {
  eventId: string;
  organizationId: string;
  state: string;
  cause: string;
  isPaused: boolean;
};

/**
 * Works in one transaction of an event that has a connection. It holds the event's mirror and the
 * connection's row until the end, so that what it finds stays so. Throws AppError `not_found` where there
 * is no connection (any more), `conflict` where other work holds the event for more than 5 s.
 */
export async function inConnection<T>(
  eventId: string,
  work: (sql: Sql, connection: StandingConnection) => Promise<T>,
): Promise<T> {
  const id = EventId.safeParse(eventId);
  if (!id.success) throw noSuchConnection();
  return whenFree(() =>
    withEventSql(id.data, async (sql) => {
      await sql.query("SET LOCAL lock_timeout = '5s'");
      await lockMirror(sql, id.data);
      const { rows } = await sql.query<StandingConnection>(
        `SELECT event_id AS "eventId", organization_id AS "organizationId", state, cause,
           paused_at IS NOT NULL AS "isPaused"
         FROM connections WHERE event_id = $1 FOR UPDATE`,
        [id.data],
      );
      const connection = rows[0];
      if (!connection) throw noSuchConnection();
      return work(sql, connection);
    }),
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
  return error instanceof Error && "code" in error && error.code === "55P03";
}

export function noSuchConnection(): AppError {
  return new AppError("not_found", "No connection of this event is known.");
}
