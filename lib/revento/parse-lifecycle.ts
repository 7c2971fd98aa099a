import { z } from "zod";
import { assumed, Id, Time } from "./wire-fields";

const WireRevokedAccess = z.object({ user_id: Id });
const WireDeletionRequired = z.object({ deadline_at: assumed(Time) });

/** Whose access ended, from the data of `user.revoked_access` (contract 7.5). */
export function parseRevokedAccess(json: unknown): { userId: string } {
  return { userId: WireRevokedAccess.parse(json).user_id };
}

/** By when cached data must be gone, from `data.deletion_required` (contract 7.1); null: not said. */
export function parseDeletionRequired(json: unknown): { deadlineAt: Date | null } {
  return { deadlineAt: WireDeletionRequired.parse(json).deadline_at ?? null };
}
