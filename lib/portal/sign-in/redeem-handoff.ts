import { createHash } from "node:crypto";
import { z } from "zod";
import { type Sql, withEventSql } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { EventId } from "@/lib/event-id";
import { framedPortalCookie, sealSession } from "@/lib/portal/portal-cookie";
import { hashSessionId } from "@/lib/session-id";
import { createPortalSession } from "./create-portal-session";

const Input = z.object({
  eventId: z.string(),
  code: z.string().max(200),
  verifier: z.string().max(200),
});

type Handoff = { user_id: string; grant_epoch: number; granted_at: Date };

/**
 * Turns the code that a popup handed to a frame into the frame's own session, once. The frame proves
 * with the verifier that it asked for this very sign-in (like RFC 7636 4.6). Answers the `Set-Cookie`
 * value. Throws AppError `unauthenticated` for anything but a living code of this event.
 */
export async function redeemHandoff(raw: unknown): Promise<string> {
  const { eventId, code, verifier } = Input.parse(raw);
  const codeHash = hashSessionId(code);
  if (!codeHash || !EventId.safeParse(eventId).success) throw noSuchCode();
  const challenge = createHash("sha256").update(verifier).digest("base64url");
  const sid = await withEventSql(eventId, async (sql) => {
    const handoff = await spend(sql, eventId, codeHash, challenge);
    if (!handoff) return null;
    return createPortalSession(sql, {
      eventId,
      userId: handoff.user_id,
      grantEpoch: handoff.grant_epoch,
      grantedAt: handoff.granted_at,
      isFramed: true,
    });
  });
  if (!sid) throw noSuchCode();
  return framedPortalCookie(eventId, await sealSession(eventId, sid));
}

function noSuchCode(): AppError {
  return new AppError("unauthenticated", "This sign-in cannot be taken over. Sign in again.");
}

/** Deletes the code whatever comes of it, and answers it if it was the right frame's and still good. */
async function spend(
  sql: Sql,
  eventId: string,
  codeHash: string,
  challenge: string,
): Promise<Handoff | undefined> {
  const spent = await sql.query<Handoff & { is_good: boolean }>(
    `DELETE FROM handoffs WHERE event_id = $1 AND code_hash = $2
     RETURNING user_id, grant_epoch, granted_at, challenge = $3 AND expires_at > now() AS is_good`,
    [eventId, codeHash, challenge],
  );
  return spent.rows[0]?.is_good ? spent.rows[0] : undefined;
}
