import type { Tx } from "@/lib/db";
import { hashSessionId, newSessionId } from "@/lib/session-id";

const LIFETIME_MS = 8 * 3_600_000;

/**
 * Puts a new session of an operator into the transaction at hand. It ends after 8 hours, or after 30
 * minutes without a request.
 */
export async function openOperatorSession(
  db: Tx,
  name: string,
): Promise<{ cookie: string; operatorSessionHash: string }> {
  const cookie = newSessionId();
  const operatorSessionHash = hashSessionId(cookie);
  if (!operatorSessionHash) throw new Error("a new session id has the wrong shape");
  await db.operatorSession.createMany({
    data: {
      idHash: operatorSessionHash,
      operator: name.toLowerCase(),
      expiresAt: new Date(Date.now() + LIFETIME_MS),
    },
  });
  return { cookie, operatorSessionHash };
}
