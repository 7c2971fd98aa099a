import { type Asked, routeMaker } from "@/lib/http/handle";
import { findOperator } from "@/lib/operators/find-operator";
import type { OperatorActor } from "@/lib/operators/operator";
import { operatorCookieName } from "@/lib/operators/operator-cookie";
import { requireOperator } from "@/lib/operators/require-operator";
import { readCookie } from "@/lib/session-cookie";

/** The actor whose operator's cookie came with a request. Neither an organizer's nor a participant's counts. */
export async function operatorOf(request: Asked): Promise<OperatorActor> {
  return findOperator(readCookie(request.headers.get("cookie"), operatorCookieName()));
}

/** Routes of the console. Whoever is no operator hears 401 before a parameter is looked at. */
export const handleInConsole = routeMaker<OperatorActor>({
  identify: async (request) => {
    const actor = await operatorOf(request);
    await requireOperator(actor);
    return actor;
  },
  admit: async () => {},
});
