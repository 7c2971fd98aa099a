import { withSystemSql } from "@/lib/db";

/**
 * Moves every membership of one session to another and ends the first, in one transaction: whoever
 * knew the old id knows nothing any more. For ten minutes it is recognized as replaced. The new session must not be a member of the same events.
 * False, and nothing moved: the old session ended meanwhile, by a sign-out or by another connect.
 */
export async function replaceSession(oldHash: string, newHash: string): Promise<boolean> {
  return withSystemSql(async (sql) => {
    const ended = await sql.query(
      `UPDATE sessions SET replaced_at = now(), expires_at = now() + interval '10 minutes'
       WHERE id_hash = $1 AND replaced_at IS NULL`,
      [oldHash],
    );
    if (ended.rowCount === 0) return false;
    await sql.query("UPDATE members SET session_hash = $2 WHERE session_hash = $1", [
      oldHash,
      newHash,
    ]);
    return true;
  });
}
