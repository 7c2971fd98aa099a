import * as oauth from "oauth4webapi";
import { authorizationServer, connectRedirectUri } from "./authorization-server";

/** What Foyer cannot work without (contract 3.5). */
export const REQUIRED_SCOPES = ["event.read", "participants.read"];
/** What an organizer may leave out (contract 3.6). */
export const OPTIONAL_SCOPES = ["program.read"];

export type Authorization = {
  /** Where the organizer's browser goes. */
  url: string;
  /** Comes back with the callback; single use. */
  state: string;
  /** Stays here until the code is exchanged (RFC 7636). */
  codeVerifier: string;
};

/** A new authorization request for one event, with PKCE and a state of 256 random bits (contract 3.1). */
export async function beginAuthorization(eventId: string): Promise<Authorization> {
  const { server, client } = authorizationServer();
  const state = oauth.generateRandomState();
  const codeVerifier = oauth.generateRandomCodeVerifier();
  const url = new URL(server.authorization_endpoint ?? "");
  url.search = new URLSearchParams({
    response_type: "code",
    client_id: client.client_id,
    redirect_uri: connectRedirectUri(),
    scope: [...REQUIRED_SCOPES, ...OPTIONAL_SCOPES].join(" "),
    state,
    code_challenge: await oauth.calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: "S256",
    event_id: eventId,
  }).toString();
  return { url: url.href, state, codeVerifier };
}
