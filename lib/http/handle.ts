import type { Permission } from "@/lib/members/permissions-view";
import { type Input, readInput, readText } from "@/lib/read-text";
import { requireSameOrigin } from "@/lib/same-origin";
import { type ActorKind, type Actors, FIND, type Params, requireSender } from "./actors";
import { errorAnswer, NO_STORE } from "./error-answer";

/** What work may see of a request: everything but the body. */
export type Asked = Pick<Request, "url" | "method" | "headers">;

/** A path with `[...rest]` has lists among its parameters, which no work of ours reads. */
export type RouteHandler = (
  request: Request,
  context?: { params: Promise<object> },
) => Promise<Response>;

type Common<K extends ActorKind> = {
  actor: K;
  /** Also from other sites' pages and from programs: what is sent proves by itself who sent it. */
  from?: "anywhere";
  /** Answers what the work, or the look at the actor, has thrown; otherwise it is JSON. */
  refuse?: (error: unknown, request: Asked) => Response;
};
type Route<K extends ActorKind> = Common<K> &
  (K extends "member" ? { permission: Permission } : { permission?: undefined });

type Work<K extends ActorKind, I> = (
  actor: Actors[K],
  input: I,
  params: Params,
  request: Asked,
) => unknown;

const made = new WeakMap<object, { actor: ActorKind; permission: Permission | undefined }>();

/**
 * The one way to make a route. It finds out who asks and whether they may, and only then reads a body: JSON of
 * `body` bytes at the most, a form of `form` bytes at the most, or, with `body: "raw"`, nothing: the work bounds it
 * itself. What changes something must come from our own pages. The work answers a JSON-safe view (nothing: 204; a
 * Response goes out as it is); errors become `{ error: code, message }` with the code's status. Verbs judge the
 * actor again, in their own transaction.
 */
export function handle<K extends ActorKind>(
  route: Route<K> & { body: number },
  work: Work<K, Input>,
): RouteHandler;
export function handle<K extends ActorKind>(
  route: Route<K> & { form: number },
  work: Work<K, URLSearchParams>,
): RouteHandler;
export function handle<K extends ActorKind>(
  route: Route<K> & { body: "raw" },
  work: Work<K, Request>,
): RouteHandler;
export function handle<K extends ActorKind>(route: Route<K>, work: Work<K, Asked>): RouteHandler;
export function handle<K extends ActorKind>(
  route: Route<K> & { body?: number | "raw"; form?: number },
  work: Work<K, never>,
): RouteHandler {
  const { actor: kind, permission = "event.read", from, refuse = errorAnswer } = route;
  const handler: RouteHandler = async (request, context) => {
    try {
      if (from !== "anywhere") requireSameOrigin(request);
      const params = ((await context?.params) ?? {}) as Params;
      const actor = await FIND[kind](request, params, permission);
      const input = await inputOf(request, route, () => requireSender(kind, actor));
      return answerOf(await work(actor, input as never, params, request));
    } catch (error) {
      return refuse(error, request);
    }
  };
  made.set(handler, { actor: kind, permission: route.permission });
  return handler;
}

async function inputOf(
  request: Request,
  { body, form }: { body?: number | "raw"; form?: number },
  admit: () => Promise<void>,
): Promise<Input | URLSearchParams | Asked> {
  if (body === undefined && form === undefined) return request;
  await admit();
  if (form !== undefined) return new URLSearchParams(await readText(request, form));
  return typeof body === "number" ? readInput(request, body) : request;
}

function answerOf(view: unknown): Response {
  if (view instanceof Response) return view;
  if (view === undefined) return new Response(null, { status: 204, headers: NO_STORE });
  return Response.json(view, { headers: NO_STORE });
}

/** Whom a route is for; undefined for a function that {@link handle} did not make. */
export function routeOf(
  handler: unknown,
): { actor: ActorKind; permission: Permission | undefined } | undefined {
  return typeof handler === "function" ? made.get(handler) : undefined;
}

/** A method that an address of ours does not take (RFC 9110 15.5.6). */
export function notAllowed(allow: string): RouteHandler {
  return handle({ actor: "anyone", from: "anywhere" }, (_, { method }) => {
    const body = { error: "method_not_allowed", message: `Use ${allow}.` };
    return new Response(method === "HEAD" ? null : JSON.stringify(body), {
      status: 405,
      headers: { ...NO_STORE, Allow: allow, "Content-Type": "application/json" },
    });
  });
}
