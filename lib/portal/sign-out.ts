import { z } from "zod";
import type { Sql } from "@/lib/db";
import { endGrant } from "@/lib/grants/end-grant";
import type { Visitor } from "./visitor";
import { changeEventAsParticipant } from "./with-participant";

const Input = z.object({ everywhere: z.boolean() });

/**
 * Signs this browser out of one event's portal, or every browser of this person. With the last of them
 * the grant ends, because a token that nobody can use is only a risk. Throws AppError
 * `unauthenticated` and ZodError.
 */
export async function signOut(visitor: Visitor, raw: unknown): Promise<void> {
  const { eventId, sessionHash } = visitor;
  await changeEventAsParticipant(visitor, async (change, { userId }) => {
    // After the guard: whoever is not signed in learns nothing of what a request should look like.
    const { everywhere } = Input.parse(raw);
    const { sql, changed } = change;
    await sql.query("DELETE FROM portal_sessions WHERE event_id = $1 AND id_hash = $2", [
      eventId,
      sessionHash,
    ]);
    if (everywhere || !(await hasSession(sql, eventId, userId))) {
      // The other sessions stay behind, signed out, to say why.
      const cause = everywhere ? "signed_out_everywhere" : "signed_out";
      await endGrant(change, userId, { cause });
    }
    // Other tabs of this browser hold the same session.
    changed("grants", [userId]);
  });
}

async function hasSession(sql: Sql, eventId: string, userId: string): Promise<boolean> {
  const found = await sql.query(
    `SELECT 1 FROM portal_sessions s JOIN grants g USING (event_id, user_id)
     WHERE s.event_id = $1 AND s.user_id = $2 AND s.grant_epoch = g.epoch AND s.expires_at > now()`,
    [eventId, userId],
  );
  return (found.rowCount ?? 0) > 0;
}
