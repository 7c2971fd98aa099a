import type { Sql } from "@/lib/db";
import { hashSessionId, newSessionId } from "@/lib/session-id";

/** A popup hands its code over at once, by itself. */
const HANDOFF_LIFETIME_S = 60;

type NewHandoff = {
  eventId: string;
  userId: string;
  grantEpoch: number;
  /** On Revento's clock. */
  grantedAt: Date;
  challenge: string;
};

/** A one-time code for the frame that asked for a sign-in, in the caller's transaction. Answers the code. */
export async function createHandoff(
  sql: Sql,
  { eventId, userId, grantEpoch, grantedAt, challenge }: NewHandoff,
): Promise<string> {
  const code = newSessionId();
  await sql.query(
    `INSERT INTO handoffs
       (event_id, code_hash, user_id, grant_epoch, granted_at, challenge, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, now() + $7 * interval '1 second')`,
    [eventId, hashSessionId(code), userId, grantEpoch, grantedAt, challenge, HANDOFF_LIFETIME_S],
  );
  return code;
}
