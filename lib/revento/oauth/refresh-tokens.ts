import * as oauth from "oauth4webapi";
import { askTokenEndpoint } from "./ask-token-endpoint";
import { authorizationServer } from "./authorization-server";
import type { TokenOutcome } from "./token-outcome";

/**
 * Presents a refresh token once (contract 3.4). Whatever the outcome but `unavailable`, this refresh
 * token may be dead (2.5): only `lib/connections/get-access-token` calls this, under its lease.
 */
export async function refreshTokens(refreshToken: string): Promise<TokenOutcome> {
  const { server, client, authentication, options } = authorizationServer();
  return askTokenEndpoint(() =>
    oauth.refreshTokenGrantRequest(server, client, authentication, refreshToken, options),
  );
}
