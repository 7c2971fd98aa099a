import type { FamilyRow } from "../store/rows";
import type { Platform } from "./platform";

/**
 * The living "Login with Revento" of a person in an event (contract 2.2), or undefined: not revoked,
 * and with a refresh token that still works.
 */
export function findUserGrant(
  platform: Platform,
  eventId: string,
  userId: string,
): FamilyRow | undefined {
  return platform.store.row<FamilyRow>(
    `SELECT * FROM families
     WHERE event_id = ? AND kind = 'user' AND user_id = ? AND revoked_at IS NULL
       AND EXISTS (SELECT 1 FROM refresh_tokens
         WHERE family_id = families.id AND rotated_at IS NULL AND expires_at > ?)
     ORDER BY id DESC LIMIT 1`,
    eventId,
    userId,
    platform.clock.now(),
  );
}
