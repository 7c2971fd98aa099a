import { ZodError } from "zod";
import { isOverloaded } from "@/lib/db";
import { AppError, busy, STATUS_OF } from "@/lib/errors";
import { logOf } from "@/lib/log";

export const NO_STORE = { "Cache-Control": "no-store" };

/**
 * `{ error: code, message }`, with the error's details beside them, and the code's status. An unknown error keeps its cause in the log and answers
 * 500 without its text.
 */
export function errorAnswer(error: unknown, request: Pick<Request, "url" | "method">): Response {
  const { code, message, details } = asAppError(error, request);
  const headers = code === "busy" ? { ...NO_STORE, "Retry-After": "5" } : NO_STORE;
  return Response.json({ ...details, error: code, message }, { status: STATUS_OF[code], headers });
}

function asAppError(error: unknown, request: Pick<Request, "url" | "method">): AppError {
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

function logError(err: unknown, { url, method }: Pick<Request, "url" | "method">): void {
  logOf("http").error({ err, method, path: new URL(url).pathname }, "a request failed");
}
