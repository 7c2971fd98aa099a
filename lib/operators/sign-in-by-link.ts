import { withSystemSql } from "@/lib/db";
import { env } from "@/lib/env";
import { hashSessionId } from "@/lib/session-id";
import { LOCAL_OPERATOR, type OperatorActor } from "./operator";
import { OperatorRefusal } from "./operator-refusal";
import { signInOperator } from "./sign-in-operator";

/**
 * Uses a one-time link up and signs in whoever holds it. Of two who send the same one, one gets in: the
 * row is deleted by one of them only. Throws OperatorRefusal.
 */
export async function signInByLink(
  actor: OperatorActor,
  token: string | undefined,
): Promise<string> {
  if (env().OPERATOR_OIDC_ISSUER) throw new OperatorRefusal("links_off");
  const hash = hashSessionId(token);
  if (!hash) throw new OperatorRefusal("link_unknown");
  return withSystemSql(async (sql) => {
    const used = await sql.query(
      "DELETE FROM operator_links WHERE token_hash = $1 AND expires_at > now()",
      [hash],
    );
    if (used.rowCount !== 1) throw new OperatorRefusal("link_unknown");
    return signInOperator(sql, actor, LOCAL_OPERATOR, "link");
  });
}
