import { withSystem } from "@/lib/db";
import { hashSessionId, newSessionId } from "@/lib/session-id";

/** A session ends after 30 days without a visit. */
export const SESSION_MS = 30 * 86_400_000;

/** `cookie` goes to the browser and nowhere else. */
export type NewSession = { cookie: string; sessionHash: string };

/** A new session without any membership. */
export async function createSession(): Promise<NewSession> {
  const cookie = newSessionId();
  const sessionHash = hashSessionId(cookie);
  if (!sessionHash) throw new Error("a new session id has the wrong shape");
  const expiresAt = new Date(Date.now() + SESSION_MS);
  await withSystem(({ db }) => db.session.createMany({ data: { idHash: sessionHash, expiresAt } }));
  return { cookie, sessionHash };
}
