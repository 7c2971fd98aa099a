import { withSystem } from "@/lib/db";
import { openOperatorSession } from "./open-operator-session";

/**
 * A new session of an operator: an e-mail address of the list, or "local". `cookie` goes to the browser
 * and nowhere else.
 */
export async function createOperatorSession(
  name: string,
): Promise<{ cookie: string; operatorSessionHash: string }> {
  return withSystem(({ db }) => openOperatorSession(db, name));
}
