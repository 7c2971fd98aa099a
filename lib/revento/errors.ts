/**
 * What a call to Revento can end in, other than well.
 * - `refused`: permanent; Revento says that this token, or this client, may not (contract 2.6, 4.3).
 * - `throttled`: a budget is used up, ours or Revento's (contract 5); `waitMs` says how long.
 * - `unavailable`: try later (contract 1.7); nothing was learned about the data.
 */
export type ReventoErrorKind = "refused" | "throttled" | "unavailable";

export type ReventoErrorDetail = {
  /** Revento's own code (contract 4.3), or ours in the same style (`timeout`, `malformed_answer`). */
  code: string;
  /** Milliseconds to wait before the next try, where somebody said so. */
  waitMs?: number;
  /** The id that Revento's support asks for (contract 4). */
  requestId?: string;
  cause?: unknown;
};

/** The one error of `lib/revento` and of what stands directly on it. Its message names no person. */
export class ReventoError extends Error {
  override readonly name = "ReventoError";
  readonly code: string;
  readonly waitMs?: number;
  readonly requestId?: string;

  constructor(
    readonly kind: ReventoErrorKind,
    detail: ReventoErrorDetail,
  ) {
    super(`Revento ${kind}: ${detail.code}`, { cause: detail.cause });
    this.code = detail.code;
    if (detail.waitMs !== undefined) this.waitMs = detail.waitMs;
    if (detail.requestId !== undefined) this.requestId = detail.requestId;
  }
}
