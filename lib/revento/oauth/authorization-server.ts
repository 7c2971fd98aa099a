import * as oauth from "oauth4webapi";
import { env } from "@/lib/env";
import { sendForm } from "./send-form";

/** Where the organizer's browser comes back to; registered with Revento byte for byte (contract 3.1). */
export function connectRedirectUri(): string {
  return `${env().APP_URL}/connect/callback`;
}

/** Where a participant's browser comes back to; next-auth builds the same address. */
export function signInRedirectUri(): string {
  return `${env().APP_URL}/api/auth/callback/revento`;
}

/** Revento's authorization server and our client, as oauth4webapi wants them. */
export function authorizationServer() {
  const base = env().REVENTO_AUTH_URL;
  const server: oauth.AuthorizationServer = {
    issuer: base,
    authorization_endpoint: `${base}/oauth/authorize`,
    token_endpoint: `${base}/oauth/token`,
  };
  const client: oauth.Client = { client_id: env().REVENTO_CLIENT_ID };
  return {
    server,
    client,
    authentication: oauth.ClientSecretPost(env().REVENTO_CLIENT_SECRET),
    options: {
      [oauth.customFetch]: sendForm,
      // Plain http only where the operator configured it: a sandbox on this machine.
      [oauth.allowInsecureRequests]: base.startsWith("http:"),
    },
  };
}
