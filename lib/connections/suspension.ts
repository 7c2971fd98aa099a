import { randomUUID } from "node:crypto";
import { withSystemSql } from "@/lib/db";
import { askStanding, type Standing } from "@/lib/revento/oauth/ask-standing";

/** Revento has suspended the integration (contract 7.6). */
export type Suspension = {
  begunAt: Date;
  toldAt: Date;
  source: string;
  reason: string | null;
  /** When Revento was last asked whether it is over. */
  askedAt: Date | null;
};

/** Who wants to connect meanwhile has Revento asked, but not each of them. */
const ASK_EVERY_MS = 5_000;

const COLUMNS = `begun_at AS "begunAt", told_at AS "toldAt", source, reason, asked_at AS "askedAt"`;

/** Across events: the suspension that is in force, or null. */
export async function findSuspension(): Promise<Suspension | null> {
  return withSystemSql(async (sql) => {
    const { rows } = await sql.query<Suspension>(
      `SELECT ${COLUMNS} FROM suspensions WHERE ended_at IS NULL`,
    );
    return rows[0] ?? null;
  });
}

/**
 * Keeps that Revento has suspended the integration. One that is told again, or that began before another was over,
 * is not a second one. Whoever has connected since shows that it is over already.
 */
export async function beginSuspension(
  begunAt: Date,
  told: { toldAt: Date; source: string; reason: string | null },
): Promise<void> {
  await withSystemSql((sql) =>
    sql.query(
      `INSERT INTO suspensions (id, begun_at, told_at, source, reason, ended_at, end_source)
       SELECT $1, $2, $3, $4, $5, since.at, CASE WHEN since.at IS NOT NULL THEN 'connected' END
       FROM (SELECT min(connected_at) AS at FROM connections WHERE connected_at > $2) since
       WHERE NOT EXISTS (SELECT FROM suspensions
         WHERE begun_at <= $2 AND coalesce(ended_at > $2, true))
       ON CONFLICT DO NOTHING`,
      [randomUUID(), begunAt, told.toldAt, told.source, told.reason],
    ),
  );
}

/** Somebody could connect at `at`, on Revento's clock: a suspension from before is over. */
export async function endSuspension(at: Date): Promise<void> {
  await withSystemSql((sql) =>
    sql.query(
      `UPDATE suspensions SET ended_at = $1, end_source = 'connected'
       WHERE ended_at IS NULL AND begun_at < $1`,
      [at],
    ),
  );
}

/** Asks Revento whether the suspension in force is over, and keeps what it says. Answers `unknown` without one. */
export async function askAboutSuspension(): Promise<Standing> {
  const eventId = await withSystemSql(async (sql) => {
    const asked = await sql.query(
      "UPDATE suspensions SET asked_at = now() WHERE ended_at IS NULL RETURNING id",
    );
    if (asked.rowCount === 0) return null;
    const { rows } = await sql.query<{ event_id: string }>(
      "SELECT event_id FROM connections ORDER BY connected_at DESC LIMIT 1",
    );
    return rows[0]?.event_id ?? null;
  });
  if (!eventId) return "unknown";
  const standing = await askStanding(eventId);
  if (standing !== "accepted") return standing;
  await withSystemSql((sql) =>
    sql.query(
      `UPDATE suspensions SET ended_at = greatest(now(), begun_at), end_source = 'asked'
       WHERE ended_at IS NULL`,
    ),
  );
  return standing;
}

/**
 * The suspension that keeps organizers from connecting, or null. Where Revento has not been asked for some seconds
 * it is asked first: nobody must be kept out by a suspension that is over.
 */
export async function suspensionNow(): Promise<Suspension | null> {
  const suspension = await findSuspension();
  if (!suspension) return null;
  const askedMs = suspension.askedAt ? Date.now() - suspension.askedAt.getTime() : Infinity;
  if (askedMs > ASK_EVERY_MS) await askAboutSuspension();
  return findSuspension();
}
