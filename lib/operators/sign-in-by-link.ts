import { withSystem } from "@/lib/db";
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
  return withSystem(async (transaction) => {
    const used = await transaction.db.operatorLink.deleteMany({
      where: { tokenHash: hash, expiresAt: { gt: new Date() } },
    });
    if (used.count !== 1) throw new OperatorRefusal("link_unknown");
    return signInOperator(transaction, actor, LOCAL_OPERATOR, "link");
  });
}
