import { randomUUID } from "node:crypto";
import type { Sql } from "@/lib/db";

/**
 * Makes a session the owner of an event, inside the transaction of the connect that proved it
 * (design 5). A seat this session has already becomes the owner's. Answers the member's id.
 */
export async function grantOwnership(
  sql: Sql,
  eventId: string,
  sessionHash: string,
): Promise<string> {
  const granted = await sql.query<{ id: string }>(
    `INSERT INTO members (event_id, id, session_hash, role) VALUES ($1, $2, $3, 'owner')
     ON CONFLICT (event_id, session_hash) DO UPDATE SET role = 'owner', revoked_at = NULL
     RETURNING id`,
    [eventId, randomUUID(), sessionHash],
  );
  const member = granted.rows[0];
  if (!member) throw new Error("granting ownership returned no member");
  return member.id;
}
