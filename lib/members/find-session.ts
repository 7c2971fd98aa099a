import { type Sql, type Tx, withSystem } from "@/lib/db";
import { hashSessionId } from "@/lib/session-id";
import type { Actor } from "./actor";
import { SESSION_MS } from "./create-session";
import type { Role } from "./role-view";

/** A visit is written down once an hour at the most. */
const STALE_MS = 3_600_000;
/** A browser that gets a new session follows a redirect with it at once. */
const ARRIVES_WITHIN_MS = 5_000;

/**
 * The actor behind a session cookie. An unknown, malformed or expired one is nobody. Every visit
 * moves the end 30 days on; it is written at most once an hour.
 */
export async function findSession(cookie: string | undefined): Promise<Actor> {
  return (await findSessionAndSeat(cookie, null)).actor;
}

/** {@link findSession}, and the role that this browser has in an event, in one look. */
export async function findSessionAndSeat(
  cookie: string | undefined,
  eventId: string | null,
): Promise<{ actor: Actor; seat: Role | null }> {
  const sessionHash = hashSessionId(cookie);
  if (!sessionHash) return NOBODY;
  return withSystem(async ({ db, sql }) => {
    const session = await db.session.findFirst({
      where: { idHash: sessionHash, expiresAt: { gt: new Date() } },
    });
    if (!session) return NOBODY;
    if (session.replacedAt) {
      return (await isNewerOneLost(db, session)) ? NOBODY : REPLACED;
    }
    if (!session.firstUsedAt || session.lastSeenAt.getTime() < Date.now() - STALE_MS) {
      await db.session.updateMany({
        where: { idHash: sessionHash },
        data: {
          firstUsedAt: session.firstUsedAt ?? new Date(),
          lastSeenAt: new Date(),
          expiresAt: new Date(Date.now() + SESSION_MS),
        },
      });
    }
    const seat = eventId === null ? null : await findSeat(sql, eventId, sessionHash);
    return { actor: { sessionHash }, seat };
  });
}

/** The role of a session's seat in an event. When it was last seen is written down once an hour at the most. */
async function findSeat(sql: Sql, eventId: string, sessionHash: string): Promise<Role | null> {
  const { rows } = await sql.query<{ role: Role; is_stale: boolean }>({
    name: "find-seat",
    text: `SELECT m.role, s.last_seen_at < now() - $3 * interval '1 ms' AS is_stale FROM member_sessions s
      JOIN members m ON m.event_id = s.event_id AND m.id = s.member_id AND m.revoked_at IS NULL
      WHERE s.event_id = $1 AND s.session_hash = $2`,
    values: [eventId, sessionHash, STALE_MS],
  });
  const [seat] = rows;
  if (seat?.is_stale) {
    await sql.query(
      "UPDATE member_sessions SET last_seen_at = now() WHERE event_id = $1 AND session_hash = $2",
      [eventId, sessionHash],
    );
  }
  return seat?.role ?? null;
}

/** Whether a session's newer id has had time to reach the browser, and nobody ever came with it. */
async function isNewerOneLost(
  db: Tx,
  { replacedAt, replacedBy }: { replacedAt: Date | null; replacedBy: string | null },
): Promise<boolean> {
  if (!replacedAt || !replacedBy || Date.now() - replacedAt.getTime() < ARRIVES_WITHIN_MS)
    return false;
  const newer = await db.session.findFirst({ where: { idHash: replacedBy } });
  return newer !== null && newer.firstUsedAt === null;
}

const REPLACED = { actor: { sessionHash: null, wasReplaced: true }, seat: null } as const;
const NOBODY = { actor: { sessionHash: null }, seat: null } as const;
