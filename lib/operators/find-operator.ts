import { withSystem } from "@/lib/db";
import { hashSessionId } from "@/lib/session-id";
import type { OperatorActor } from "./operator";
import { readOperatorSession } from "./read-operator-session";

/** A request is written down once a minute at the most. */
const STALE_MS = 60_000;

/**
 * The actor behind an operator's cookie: nobody, unless its session is good at this moment. A request
 * keeps the session for another 30 minutes, within its 8 hours; that is written at most once a minute.
 */
export async function findOperator(cookie: string | undefined): Promise<OperatorActor> {
  const hash = hashSessionId(cookie);
  if (!hash) return { operatorSessionHash: null };
  return withSystem(async ({ db }) => {
    if (!(await readOperatorSession(db, hash))) return { operatorSessionHash: null };
    await db.operatorSession.updateMany({
      where: { idHash: hash, lastSeenAt: { lt: new Date(Date.now() - STALE_MS) } },
      data: { lastSeenAt: new Date() },
    });
    return { operatorSessionHash: hash };
  });
}
