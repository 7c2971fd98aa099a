import { ZodError } from "zod";
import { AppError, STATUS_OF } from "@/lib/errors";
import { logOf } from "@/lib/log";
import type { Actor } from "@/lib/members/actor";
import { findSession } from "@/lib/members/find-session";
import { requireSameOrigin } from "@/lib/same-origin";
import { readCookie, sessionCookieName } from "@/lib/session-cookie";

type Params = Record<string, string>;
type Work = (actor: Actor, request: Request, params: Params) => Promise<unknown>;
export type RouteHandler = (
  request: Request,
  context: { params: Promise<Params> },
) => Promise<Response>;

/** The actor whose session cookie came with a request. */
export async function actorOf(request: Request): Promise<Actor> {
  return findSession(readCookie(request.headers.get("cookie"), sessionCookieName()));
}

/** Makes a JSON route of a verb: {@link answerOf} with the actor whose session cookie came along. */
export function handle(work: Work): RouteHandler {
  return (request, context) =>
    answerOf(request, async () => work(await actorOf(request), request, await context.params));
}

/**
 * The answer of a JSON route. The work answers a JSON-safe view (nothing: 204; a Response goes out
 * as it is). Errors become `{ error: code, message }` with the code's status; an unknown one keeps
 * its cause in the log and answers 500 without its text. Whatever changes something must come from
 * our own pages.
 */
export async function answerOf(request: Request, work: () => Promise<unknown>): Promise<Response> {
  try {
    requireSameOrigin(request);
    const view = await work();
    if (view instanceof Response) return view;
    if (view === undefined) return new Response(null, { status: 204, headers: NO_STORE });
    return Response.json(view, { headers: NO_STORE });
  } catch (error) {
    const { code, message } = asAppError(error, request);
    return Response.json({ error: code, message }, { status: STATUS_OF[code], headers: NO_STORE });
  }
}

const NO_STORE = { "Cache-Control": "no-store" };

function asAppError(error: unknown, request: Request): AppError {
  if (error instanceof AppError) {
    if (error.code === "internal" || error.code === "upstream") logError(error, request);
    return error;
  }
  if (error instanceof ZodError) return new AppError("invalid", nameProblems(error));
  // A body that is no JSON: request.json() throws it.
  if (error instanceof SyntaxError) return new AppError("invalid", "The body is not valid JSON.");
  logError(error, request);
  return new AppError("internal", "Something went wrong here. Try again in a moment.");
}

function nameProblems(error: ZodError): string {
  return error.issues
    .map((issue) => [issue.path.join("."), issue.message].filter(Boolean).join(" "))
    .join("; ");
}

function logError(err: unknown, request: Request): void {
  const { pathname } = new URL(request.url);
  logOf("http").error({ err, method: request.method, path: pathname }, "a request failed");
}
