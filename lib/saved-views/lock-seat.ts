import type { Sql } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { Member } from "@/lib/members/with-permission";

/**
 * Keeps a member's seat where it is until the end of the transaction: whatever is written for it is there
 * when an erasure comes to the seats. Throws AppError `not_found` when it is gone.
 */
export async function lockSeat(sql: Sql, eventId: string, { memberId }: Member): Promise<void> {
  const seat = await sql.query(
    "SELECT FROM members WHERE event_id = $1 AND id = $2 AND revoked_at IS NULL FOR KEY SHARE",
    [eventId, memberId],
  );
  if (seat.rowCount === 0) throw new AppError("not_found", "There is no such event here.");
}
