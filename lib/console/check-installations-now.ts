import { z } from "zod";
import { checkInstallations } from "@/lib/connections/check-installations";
import { withSystemSql } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { OperatorActor } from "@/lib/operators/operator";
import { recordOperatorAction } from "@/lib/operators/record-operator-action";
import { requireOperator } from "@/lib/operators/require-operator";
import type { InstallationCheckView } from "./console-overview-view";
import { readLatestCheck } from "./read-latest-check";
import { Reason } from "./reason";

const CheckOrder = z.object({ reason: Reason });

/**
 * Compares our connections with Revento's own list of installations, now, and ends what turns out to be
 * over. Recorded before it begins, because it may take a while. Throws AppError `unauthenticated`;
 * ZodError.
 */
export async function checkInstallationsNow(
  actor: OperatorActor,
  raw: unknown,
): Promise<InstallationCheckView> {
  const operator = await requireOperator(actor);
  const { reason } = CheckOrder.parse(raw);
  await withSystemSql((sql) =>
    recordOperatorAction(sql, operator, { action: "installations.checked", reason }),
  );
  await checkInstallations(operator.name);
  const check = await readLatestCheck();
  if (!check) throw new AppError("internal", "The comparison left no result.");
  return check;
}
