import { answerOf, type RouteHandler } from "@/lib/http";
import { findOperator } from "@/lib/operators/find-operator";
import type { OperatorActor } from "@/lib/operators/operator";
import { operatorCookieName } from "@/lib/operators/operator-cookie";
import { requireOperator } from "@/lib/operators/require-operator";
import { readText } from "@/lib/read-text";
import { readCookie } from "@/lib/session-cookie";

type Params = Record<string, string>;
type Work = (actor: OperatorActor, request: Request, params: Params) => Promise<unknown>;

/** The actor whose operator's cookie came with a request. Neither an organizer's nor a participant's counts. */
export async function operatorOf(request: Request): Promise<OperatorActor> {
  return findOperator(readCookie(request.headers.get("cookie"), operatorCookieName()));
}

/**
 * Makes a JSON route of one of the console's verbs, as `handle` does for the organizers'. Whoever is no
 * operator hears 401 before a parameter or a byte of the body is looked at; verbs ask again for
 * themselves. A body of more than 16 KiB is refused.
 */
export function handleInConsole(work: Work): RouteHandler {
  return (request, context) =>
    answerOf(request, async () => {
      const actor = await operatorOf(request);
      await requireOperator(actor);
      return work(actor, await bounded(request), await context.params);
    });
}

async function bounded(request: Request): Promise<Request> {
  if (!request.body) return request;
  const { url, method, headers } = request;
  return new Request(url, { method, headers, body: await readText(request) });
}
