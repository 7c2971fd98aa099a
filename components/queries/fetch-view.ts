import { ApiError } from "./api-error";
import { isOffline } from "./is-offline";

/** Reads a view from our API. Throws ApiError; an abort passes through. */
export async function fetchView<T>(path: string, signal: AbortSignal): Promise<T> {
  return answeredView<T>(fetch(path, { signal, headers: { accept: "application/json" } }), signal);
}

/** The view that an answer brings; 204 brings none. Throws ApiError; an abort passes through. */
export async function answeredView<T>(asked: Promise<Response>, signal?: AbortSignal): Promise<T> {
  const response = await asked.catch((cause: unknown) => {
    if (signal?.aborted) throw cause;
    throw isOffline()
      ? new ApiError(0, "offline", "You are offline. It comes by itself when you are back.")
      : new ApiError(0, "unreachable", "Foyer cannot be reached.");
  });
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return body as T;
  const { error, message } = isProblem(body) ? body : { error: "internal", message: "" };
  const text = message || `Foyer answered ${response.status}.`;
  throw new ApiError(response.status, error, text, retryAfterMs(response));
}

/** `Retry-After` in seconds (RFC 9110 10.2.3), a minute at the most. */
function retryAfterMs({ headers }: Response): number | null {
  const seconds = Number(headers.get("retry-after") ?? Number.NaN);
  return Number.isFinite(seconds) ? Math.min(60, Math.max(0, seconds)) * 1_000 : null;
}

function isProblem(body: unknown): body is { error: string; message: string } {
  return typeof body === "object" && body !== null && "error" in body && "message" in body;
}
