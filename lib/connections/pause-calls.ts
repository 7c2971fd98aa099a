import { withEventSql } from "@/lib/db";

/**
 * Lets nobody call with this token for `waitMs`, in whatever process (contract 5: back off, do not
 * thrash). A longer pause that is already set stays.
 */
export async function pauseCalls(eventId: string, holder: string, waitMs: number): Promise<void> {
  await withEventSql(eventId, (sql) =>
    sql.query(
      `UPDATE tokens SET paused_until =
         greatest(paused_until, clock_timestamp() + $3 * interval '1 ms')
       WHERE event_id = $1 AND holder = $2`,
      [eventId, holder, waitMs],
    ),
  );
}
