import type { Sql } from "@/lib/db";
import { AppError } from "@/lib/errors";

/**
 * The guard of every transaction that writes what Revento said: until it ends, the connection cannot
 * end. Answers the connection's epoch. Throws AppError: `not_found` for an event that never was
 * connected, `conflict` for a connection that has ended.
 */
export async function requireActiveConnection(
  sql: Sql,
  eventId: string,
): Promise<{ epoch: number }> {
  const found = await sql.query<{ epoch: number; state: string }>(
    "SELECT epoch, state FROM connections WHERE event_id = $1 FOR SHARE",
    [eventId],
  );
  const connection = found.rows[0];
  if (!connection) throw new AppError("not_found", "This event is not connected.");
  if (connection.state !== "active") {
    throw new AppError("conflict", `The connection of this event is ${connection.state}.`);
  }
  return { epoch: connection.epoch };
}
