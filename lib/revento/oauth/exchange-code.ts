import * as oauth from "oauth4webapi";
import { askTokenEndpoint } from "./ask-token-endpoint";
import { authorizationServer } from "./authorization-server";
import type { TokenOutcome } from "./token-outcome";

/**
 * Turns the code of a callback into tokens, once (contract 3.3). The caller has checked the state and
 * read the code; a code lives for 60 s and works once (3.7). `redirectUri` is the one it was asked for.
 */
export async function exchangeCode(
  code: string,
  codeVerifier: string,
  redirectUri: string,
): Promise<TokenOutcome> {
  const { server, client, authentication, options } = authorizationServer();
  const callback = oauth.validateAuthResponse(
    server,
    client,
    new URLSearchParams({ code }),
    oauth.expectNoState,
  );
  const outcome = await askTokenEndpoint(() =>
    oauth.authorizationCodeGrantRequest(
      server,
      client,
      authentication,
      callback,
      redirectUri,
      codeVerifier,
      options,
    ),
  );
  const isUseless = outcome.outcome === "granted" && !outcome.tokens.isBearer;
  return isUseless ? { outcome: "unknown", code: "malformed_answer" } : outcome;
}
