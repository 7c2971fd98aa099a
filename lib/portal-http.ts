import { answerOf, type RouteHandler } from "@/lib/http";
import { visitorOf } from "@/lib/portal/portal-cookie";
import type { Visitor } from "@/lib/portal/visitor";

type Params = Record<string, string>;
type Work = (visitor: Visitor, request: Request, params: Params) => Promise<unknown>;

/**
 * Makes a JSON route of one of the portal's verbs, as `handle` does for the organizers'. The event in
 * the path decides which cookie counts.
 */
export function handleInPortal(work: Work): RouteHandler {
  return (request, context) =>
    answerOf(request, async () => {
      const params = await context.params;
      const visitor = await visitorOf(request.headers.get("cookie"), params.eventId ?? "");
      return work(visitor, request, params);
    });
}
