import { withSystemSql } from "@/lib/db";

/**
 * Moves every membership of one session to another and ends the first, in one transaction: whoever
 * knew the old id knows nothing any more. The new session must not be a member of the same events.
 */
export async function replaceSession(oldHash: string, newHash: string): Promise<void> {
  await withSystemSql(async (sql) => {
    await sql.query("UPDATE members SET session_hash = $2 WHERE session_hash = $1", [
      oldHash,
      newHash,
    ]);
    await sql.query("DELETE FROM sessions WHERE id_hash = $1", [oldHash]);
  });
}
