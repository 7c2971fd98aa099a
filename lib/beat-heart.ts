import { withSystemSql } from "@/lib/db";

/** Shows that the worker `id` (a UUID) lives; readiness asks for it (lib/check-readiness.ts). */
export async function beatHeart(id: string): Promise<void> {
  await withSystemSql((sql) =>
    sql.query(
      `INSERT INTO worker_heartbeats (id, started_at, seen_at) VALUES ($1, now(), now())
       ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at`,
      [id],
    ),
  );
}

/** A worker that ends says so. */
export async function stopHeart(id: string): Promise<void> {
  await withSystemSql((sql) => sql.query("DELETE FROM worker_heartbeats WHERE id = $1", [id]));
}
