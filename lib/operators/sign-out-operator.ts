import { withSystem } from "@/lib/db";
import type { OperatorActor } from "./operator";
import { recordOperatorAction } from "./record-operator-action";

/** Ends the session of whoever asks. Nothing happens to nobody's. */
export async function signOutOperator({ operatorSessionHash }: OperatorActor): Promise<void> {
  if (!operatorSessionHash) return;
  await withSystem(async ({ db, sql }) => {
    const session = await db.operatorSession.findUnique({ where: { idHash: operatorSessionHash } });
    const ended = await db.operatorSession.deleteMany({ where: { idHash: operatorSessionHash } });
    if (!session || ended.count === 0) return;
    const name = session.operator;
    await recordOperatorAction(sql, { name }, { action: "signed_out", reason: "" });
  });
}
