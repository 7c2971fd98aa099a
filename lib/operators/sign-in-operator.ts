import type { Sql } from "@/lib/db";
import { openOperatorSession } from "./open-operator-session";
import type { OperatorActor } from "./operator";
import { recordOperatorAction } from "./record-operator-action";

/**
 * Signs an operator in, in the transaction that proved who they are: always with a new session, and the
 * one this browser had is over. Answers what goes into the cookie.
 */
export async function signInOperator(
  sql: Sql,
  { operatorSessionHash }: OperatorActor,
  name: string,
  how: "link" | "oidc",
): Promise<string> {
  await sql.query("DELETE FROM operator_sessions WHERE id_hash = $1", [operatorSessionHash]);
  const { cookie } = await openOperatorSession(sql, name);
  await recordOperatorAction(sql, { name }, { action: "signed_in", reason: "", detail: { how } });
  return cookie;
}
