import { ZodError } from "zod";
import { isOverloaded } from "@/lib/db";
import { AppError, busy, STATUS_OF } from "@/lib/errors";
import { logOf } from "@/lib/log";
import type { Actor } from "@/lib/members/actor";
import { findSession } from "@/lib/members/find-session";
import { requireRole } from "@/lib/members/require-role";
import { type Input, readInput } from "@/lib/read-text";
import { requireSameOrigin } from "@/lib/same-origin";
import { readCookie, sessionCookieName } from "@/lib/session-cookie";

type Params = Record<string, string>;
/** What work without a body may see of a request: everything but the body. */
export type Asked = Pick<Request, "url" | "method" | "headers">;
type Work<A> = (actor: A, asked: Asked, params: Params) => Promise<unknown>;
type WorkWithInput<A> = (actor: A, input: Input, params: Params) => Promise<unknown>;
export type RouteHandler = (
  request: Request,
  context: { params: Promise<Params> },
) => Promise<Response>;

/** Makes a JSON route of a verb, with the body of the request or without: {@link routeMaker}. */
export type Handle<A> = {
  (work: Work<A>): RouteHandler;
  /** `body`: bytes at the most. */
  (options: { body: number }, work: WorkWithInput<A>): RouteHandler;
};

type Admission<A> = {
  /** Who asks. */
  identify(request: Request, params: Params): Promise<A>;
  /** Throws for everybody who may not send anything here. */
  admit(actor: A, params: Params): Promise<unknown>;
};

/**
 * Makes the wrapper of one kind of route. It identifies the actor; where there is a body, it admits them
 * and only then reads so much of it, so that nobody without a seat costs more than a look at a session.
 * Verbs judge the actor again, in their own transaction.
 */
export function routeMaker<A>({ identify, admit }: Admission<A>): Handle<A> {
  return (first: Work<A> | { body: number }, second?: WorkWithInput<A>): RouteHandler =>
    (request, context) =>
      answerOf(request, async () => {
        const params = await context.params;
        const actor = await identify(request, params);
        if (typeof first === "function") return first(actor, request, params);
        await admit(actor, params);
        return second?.(actor, await readInput(request, first.body), params);
      });
}

/** The actor whose session cookie came with a request. */
export async function actorOf(request: Asked): Promise<Actor> {
  return findSession(readCookie(request.headers.get("cookie"), sessionCookieName()));
}

/** Routes of the organizers; what is sent to one must come from a member of the event in its path. */
export const handle = routeMaker<Actor>({
  identify: actorOf,
  admit: (actor, { eventId = "" }) => requireRole(actor, eventId, "viewer"),
});

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
    const headers = code === "busy" ? { ...NO_STORE, "Retry-After": "5" } : NO_STORE;
    return Response.json({ error: code, message }, { status: STATUS_OF[code], headers });
  }
}

const NO_STORE = { "Cache-Control": "no-store" };

function asAppError(error: unknown, request: Request): AppError {
  if (error instanceof AppError) {
    if (error.code === "internal" || error.code === "upstream") logError(error, request);
    return error;
  }
  if (isOverloaded(error)) {
    logOf("http").warn({ err: error }, "a request was too much at once");
    return busy({ cause: error });
  }
  if (error instanceof ZodError) return new AppError("invalid", nameProblems(error));
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
