import { withSystem } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { OperatorActor } from "./operator";
import { readOperatorSession } from "./read-operator-session";

/** Who somebody is to the console, and until when if they ask nothing more. */
export type OwnSessionView = { operator: string; expiresAt: string };

/** The session of whoever asks. Throws AppError `unauthenticated`. */
export async function getOwnSession({
  operatorSessionHash,
}: OperatorActor): Promise<OwnSessionView> {
  const session =
    operatorSessionHash &&
    (await withSystem(({ db }) => readOperatorSession(db, operatorSessionHash)));
  if (!session) throw new AppError("unauthenticated", "Sign in to the console first.");
  return { operator: session.operator.name, expiresAt: session.expiresAt.toISOString() };
}
