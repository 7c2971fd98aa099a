import * as oauth from "oauth4webapi";
import { env } from "@/lib/env";
import { OperatorRefusal } from "@/lib/operators/operator-refusal";
import { isTrustworthyUrl } from "@/lib/trustworthy-url";

const ANSWER_WITHIN_MS = 10_000;

export type Provider = {
  server: oauth.AuthorizationServer;
  client: oauth.Client;
  authentication: oauth.ClientAuth;
  options: { [oauth.allowInsecureRequests]: boolean; [oauth.customFetch]: typeof fetch };
};

/** Where the provider sends operators back to; registered there byte for byte. */
export function operatorRedirectUri(): string {
  return `${env().APP_URL}/api/auth/callback/operators`;
}

/** Sends nothing over plain http but to this machine, whatever the provider's metadata names. */
const send: typeof fetch = async (input, init) => {
  const address = input instanceof Request ? input.url : String(input);
  if (!isTrustworthyUrl(address)) throw new Error("the provider names an address without https");
  return fetch(input, { ...init, signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
};

/**
 * The configured OIDC provider as it describes itself now (OpenID Connect Discovery 4). It is asked anew
 * for each sign-in, so that its endpoints and keys may change at any time. Throws OperatorRefusal.
 */
export async function discoverProvider(): Promise<Provider> {
  const { OPERATOR_OIDC_ISSUER, OPERATOR_OIDC_CLIENT_ID, OPERATOR_OIDC_CLIENT_SECRET } = env();
  if (!OPERATOR_OIDC_ISSUER || !OPERATOR_OIDC_CLIENT_ID || !OPERATOR_OIDC_CLIENT_SECRET) {
    throw new OperatorRefusal("oidc_off");
  }
  const issuer = new URL(OPERATOR_OIDC_ISSUER);
  const options = {
    [oauth.allowInsecureRequests]: issuer.protocol === "http:",
    [oauth.customFetch]: send,
  };
  const server = await readMetadata(issuer, options);
  if (!isTrustworthyUrl(server.authorization_endpoint)) {
    throw new OperatorRefusal("provider_unclear");
  }
  return {
    server,
    client: { client_id: OPERATOR_OIDC_CLIENT_ID },
    authentication: authenticationAt(server, OPERATOR_OIDC_CLIENT_SECRET),
    options,
  };
}

async function readMetadata(issuer: URL, options: Provider["options"]) {
  let response: Response;
  try {
    response = await oauth.discoveryRequest(issuer, options);
  } catch (cause) {
    throw new OperatorRefusal("provider_unreachable", { cause });
  }
  if (response.status >= 500) throw new OperatorRefusal("provider_unreachable");
  try {
    return await oauth.processDiscoveryResponse(issuer, response);
  } catch (cause) {
    throw new OperatorRefusal("provider_unclear", { cause });
  }
}

/** Basic is what a provider takes that says nothing (OpenID Connect Discovery 3). */
function authenticationAt(server: oauth.AuthorizationServer, secret: string): oauth.ClientAuth {
  const taken = server.token_endpoint_auth_methods_supported ?? ["client_secret_basic"];
  const takesPostOnly =
    taken.includes("client_secret_post") && !taken.includes("client_secret_basic");
  return takesPostOnly ? oauth.ClientSecretPost(secret) : oauth.ClientSecretBasic(secret);
}
