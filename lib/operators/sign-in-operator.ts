import type { Sql, Tx } from "@/lib/db";
import { openOperatorSession } from "./open-operator-session";
import type { OperatorActor } from "./operator";
import { recordOperatorAction } from "./record-operator-action";

/**
 * Signs an operator in, in the transaction that proved who they are: always with a new session, and the
 * one this browser had is over. Answers what goes into the cookie.
 */
export async function signInOperator(
  { db, sql }: { db: Tx; sql: Sql },
  { operatorSessionHash }: OperatorActor,
  name: string,
  how: "link" | "oidc",
): Promise<string> {
  if (operatorSessionHash) {
    await db.operatorSession.deleteMany({ where: { idHash: operatorSessionHash } });
  }
  const { cookie } = await openOperatorSession(db, name);
  await recordOperatorAction(sql, { name }, { action: "signed_in", reason: "", detail: { how } });
  return cookie;
}
