/** An answer of our API that is not a success. Status 0: it could not be reached. */
export class ApiError extends Error {
  override readonly name = "ApiError";

  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    /** When it may be asked again, where the answer says so. */
    readonly retryAfterMs: number | null = null,
  ) {
    super(message);
  }
}
