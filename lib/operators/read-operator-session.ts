import type { Tx } from "@/lib/db";
import { isAdmitted } from "./is-admitted";
import type { Operator } from "./operator";

/** A session ends after this without a request. */
const IDLE_MS = 30 * 60_000;

type Session = { operator: Operator; expiresAt: Date };

/**
 * The session behind a hash, with the moment it ends if nothing more is asked. Undefined for one that is
 * unknown, idle for 30 minutes, past its end, or of somebody who is no operator any more.
 */
export async function readOperatorSession(db: Tx, idHash: string): Promise<Session | undefined> {
  const now = Date.now();
  const session = await db.operatorSession.findFirst({
    where: {
      idHash,
      expiresAt: { gt: new Date(now) },
      lastSeenAt: { gt: new Date(now - IDLE_MS) },
    },
  });
  if (!session || !isAdmitted(session.operator)) return undefined;
  const idleAt = session.lastSeenAt.getTime() + IDLE_MS;
  return {
    operator: { name: session.operator },
    expiresAt: new Date(Math.min(session.expiresAt.getTime(), idleAt)),
  };
}
