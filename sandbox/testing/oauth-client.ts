import * as oauth from "oauth4webapi";

export const CONNECT_CALLBACK = "http://127.0.0.1:3000/connect/callback";
export const SIGN_IN_CALLBACK = "http://127.0.0.1:3000/api/auth/callback/revento";
export const CLIENT_ID = "client_test";
export const CLIENT_SECRET = "client-secret-of-the-tests";
export const INSTALLATION_SCOPE = "event.read participants.read program.read";
export const USER_SCOPE = "profile.read event.attendance";

const client: oauth.Client = { client_id: CLIENT_ID };
const insecure = { [oauth.allowInsecureRequests]: true };

/** One authorization in progress, as an independent OAuth client keeps it. */
export type Authorization = { url: URL; state: string; verifier: string; redirectUri: string };

/** Begins an authorization (contract 3.1); `overrides` replace or, with null, drop parameters. */
export async function beginAuthorization(
  baseUrl: string,
  wish: { eventId: string; scope: string; redirectUri?: string },
  overrides: Record<string, string | null> = {},
): Promise<Authorization> {
  const verifier = oauth.generateRandomCodeVerifier();
  const state = oauth.generateRandomState();
  const redirectUri =
    wish.redirectUri ?? (wish.scope.startsWith("profile") ? SIGN_IN_CALLBACK : CONNECT_CALLBACK);
  const parameters: Record<string, string | null> = {
    response_type: "code",
    client_id: CLIENT_ID,
    redirect_uri: redirectUri,
    scope: wish.scope,
    state,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
    event_id: wish.eventId,
    ...overrides,
  };
  const url = new URL(`${baseUrl}/oauth/authorize`);
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== null) url.searchParams.set(name, value);
  }
  return { url, state, verifier, redirectUri };
}

/** Checks the callback and exchanges its code; throws oauth4webapi's errors. */
export async function redeem(
  baseUrl: string,
  authorization: Authorization,
  callback: string,
  secret = CLIENT_SECRET,
): Promise<oauth.TokenEndpointResponse> {
  const server = serverAt(baseUrl);
  const parameters = oauth.validateAuthResponse(
    server,
    client,
    new URL(callback),
    authorization.state,
  );
  const response = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    oauth.ClientSecretPost(secret),
    parameters,
    authorization.redirectUri,
    authorization.verifier,
    insecure,
  );
  return oauth.processAuthorizationCodeResponse(server, client, response);
}

/** Refreshes (contract 3.4); throws oauth4webapi's ResponseBodyError on a refusal. */
export async function refresh(
  baseUrl: string,
  refreshToken: string | undefined,
  secret = CLIENT_SECRET,
): Promise<oauth.TokenEndpointResponse> {
  const server = serverAt(baseUrl);
  const response = await oauth.refreshTokenGrantRequest(
    server,
    client,
    oauth.ClientSecretPost(secret),
    refreshToken ?? "",
    insecure,
  );
  return oauth.processRefreshTokenResponse(server, client, response);
}

function serverAt(baseUrl: string): oauth.AuthorizationServer {
  return { issuer: baseUrl, token_endpoint: `${baseUrl}/oauth/token` };
}
