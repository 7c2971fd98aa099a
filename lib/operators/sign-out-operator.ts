import { withSystemSql } from "@/lib/db";
import type { OperatorActor } from "./operator";
import { recordOperatorAction } from "./record-operator-action";

/** Ends the session of whoever asks. Nothing happens to nobody's. */
export async function signOutOperator({ operatorSessionHash }: OperatorActor): Promise<void> {
  if (!operatorSessionHash) return;
  await withSystemSql(async (sql) => {
    const ended = await sql.query<{ operator: string }>(
      "DELETE FROM operator_sessions WHERE id_hash = $1 RETURNING operator",
      [operatorSessionHash],
    );
    const name = ended.rows[0]?.operator;
    if (name) await recordOperatorAction(sql, { name }, { action: "signed_out", reason: "" });
  });
}
