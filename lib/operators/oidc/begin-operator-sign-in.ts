import * as oauth from "oauth4webapi";
import { consolePath } from "@/lib/operators/console-path";
import { discoverProvider, operatorRedirectUri } from "./provider";
import { keepOperatorAttempt } from "./sign-in-attempt";

/**
 * Begins to sign an operator in: anybody may, because the provider asks who they are. Answers where the
 * browser goes, and the state and the cookie that it takes along. Throws OperatorRefusal.
 */
export async function beginOperatorSignIn(
  returnTo: string | null,
): Promise<{ redirectTo: string; state: string; cookie: string }> {
  const { server, client } = await discoverProvider();
  const state = oauth.generateRandomState();
  const nonce = oauth.generateRandomNonce();
  const codeVerifier = oauth.generateRandomCodeVerifier();
  const url = new URL(server.authorization_endpoint ?? "");
  const asked = {
    response_type: "code",
    client_id: client.client_id,
    redirect_uri: operatorRedirectUri(),
    scope: "openid email",
    state,
    nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: "S256",
  };
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
  const attempt = { codeVerifier, nonce, returnTo: consolePath(returnTo) };
  return { redirectTo: url.href, state, cookie: await keepOperatorAttempt(state, attempt) };
}
