/** What can go wrong towards a person or a program that asked something of us. */
export type ErrorCode =
  | "invalid"
  | "unauthenticated"
  | "forbidden"
  | "not_found"
  | "conflict"
  | "too_large"
  | "rate_limited"
  | "busy"
  | "upstream"
  | "internal";

/** HTTP status of each code. */
export const STATUS_OF: Record<ErrorCode, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  rate_limited: 429,
  busy: 503,
  upstream: 502,
  internal: 500,
};

/** The one error that verbs throw on purpose. Its message may be shown to whoever asked. */
export class AppError extends Error {
  override readonly name = "AppError";
  /** Goes out beside the message: JSON-safe, and of nobody but whoever asked. */
  readonly details: Record<string, unknown>;

  constructor(
    readonly code: ErrorCode,
    message: string,
    options?: { cause?: unknown; details?: Record<string, unknown> },
  ) {
    super(message, options);
    this.details = options?.details ?? {};
  }
}

/** Too much is asked at once: the same may go well in a moment. */
export function busy(options?: { cause?: unknown }): AppError {
  return new AppError("busy", "Foyer is busy just now. Try again in a moment.", options);
}
