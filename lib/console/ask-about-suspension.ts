import { z } from "zod";
import { askAboutSuspension } from "@/lib/connections/suspension";
import { withSystemSql } from "@/lib/db";
import type { OperatorActor } from "@/lib/operators/operator";
import { recordOperatorAction } from "@/lib/operators/record-operator-action";
import { requireOperator } from "@/lib/operators/require-operator";
import type { Standing } from "@/lib/revento/oauth/ask-standing";
import { Reason } from "./reason";

const Order = z.object({ reason: Reason });

/**
 * Asks Revento whether the suspension is over. Recorded before, because it may take a while. Throws AppError
 * `unauthenticated`; ZodError.
 */
export async function askAboutSuspensionNow(
  actor: OperatorActor,
  raw: unknown,
): Promise<{ standing: Standing }> {
  const operator = await requireOperator(actor);
  const { reason } = Order.parse(raw);
  await withSystemSql((sql) =>
    recordOperatorAction(sql, operator, { action: "suspension.asked", reason }),
  );
  return { standing: await askAboutSuspension() };
}
