import { withSystem } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { Operator, OperatorActor } from "./operator";
import { readOperatorSession } from "./read-operator-session";

/**
 * The guard of every verb of the console. Throws AppError `unauthenticated` for everybody who is no
 * operator at this moment, whatever they ask for.
 */
export async function requireOperator({ operatorSessionHash }: OperatorActor): Promise<Operator> {
  const session =
    operatorSessionHash &&
    (await withSystem(({ db }) => readOperatorSession(db, operatorSessionHash)));
  if (!session) throw new AppError("unauthenticated", "Sign in to the console first.");
  return session.operator;
}
