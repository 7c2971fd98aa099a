/** A refusal of the token endpoint in the codes of RFC 6749 5.2 (contract 4.3). */
export class OAuthError extends Error {
  constructor(
    readonly code:
      | "invalid_grant"
      | "invalid_scope"
      | "invalid_client"
      | "invalid_request"
      | "unsupported_grant_type",
    message: string,
  ) {
    super(message);
    this.name = "OAuthError";
  }

  get status(): 400 | 401 {
    return this.code === "invalid_client" ? 401 : 400;
  }
}
