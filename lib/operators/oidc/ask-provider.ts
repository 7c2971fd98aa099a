import * as oauth from "oauth4webapi";
import { OperatorRefusal } from "@/lib/operators/operator-refusal";
import { operatorRedirectUri, type Provider } from "./provider";
import type { Attempt } from "./sign-in-attempt";

/**
 * Who signed in, by the claims of the provider: the code is exchanged with PKCE, and the id token that
 * comes back must be the provider's own (its signature by a key it publishes now), for us, for this
 * attempt, and not expired (OpenID Connect Core 3.1.3.7). Claims of the user-info endpoint fill in
 * what the id token leaves out (5.4). Throws OperatorRefusal.
 */
export async function askProvider(
  provider: Provider,
  callback: URLSearchParams,
  attempt: Pick<Attempt, "codeVerifier" | "nonce">,
): Promise<Record<string, unknown>> {
  const { server, client, authentication, options } = provider;
  const response = await reach(() =>
    oauth.authorizationCodeGrantRequest(
      server,
      client,
      authentication,
      callback,
      operatorRedirectUri(),
      attempt.codeVerifier,
      options,
    ),
  );
  const tokens = await understand(() =>
    oauth.processAuthorizationCodeResponse(server, client, response, {
      expectedNonce: attempt.nonce,
      requireIdToken: true,
    }),
  );
  await understand(() => oauth.validateApplicationLevelSignature(server, response, options));
  const claims = oauth.getValidatedIdTokenClaims(tokens);
  if (!claims) throw new OperatorRefusal("provider_unclear");
  if (claims.email !== undefined || !server.userinfo_endpoint) return claims;
  const said = await reach(() =>
    oauth.userInfoRequest(server, client, tokens.access_token, options),
  );
  return understand(() => oauth.processUserInfoResponse(server, client, claims.sub, said));
}

async function reach(ask: () => Promise<Response>): Promise<Response> {
  let response: Response;
  try {
    response = await ask();
  } catch (cause) {
    throw new OperatorRefusal("provider_unreachable", { cause });
  }
  if (response.status >= 500) throw new OperatorRefusal("provider_unreachable");
  return response;
}

async function understand<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    if (cause instanceof oauth.ResponseBodyError) throw new OperatorRefusal("provider_refused");
    // Not passed on: the causes of oauth4webapi carry tokens and people's claims.
    throw new OperatorRefusal("provider_unclear");
  }
}
