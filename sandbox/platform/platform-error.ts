/** A refusal of the platform: an HTTP status, a code to branch on (contract 4.2), and a sentence. */
export class PlatformError extends Error {
  constructor(
    readonly status: 400 | 401 | 403 | 404 | 409 | 422 | 429,
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = "PlatformError";
  }
}

/** The refusal for something that is not there. */
export function notFound(what: string): PlatformError {
  return new PlatformError(404, "not_found", `There is no such ${what}.`);
}
