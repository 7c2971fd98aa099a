import type { OAuthConfig } from "next-auth/providers/oauth";
import { env } from "@/lib/env";
import { ATTENDANCE_SCOPE, PROFILE_SCOPE } from "@/lib/revento/oauth/user-scopes";
import { SignInRefusal } from "./sign-in-refusal";

/** Who signed in: next-auth wants an id, and gets nothing else to keep. */
export type ReventoProfile = { id: string };

/**
 * "Login with Revento" inside one event, for next-auth (contract 3.1, 3.5, 3.8): PKCE and state, the
 * event in the authorization request. next-auth draws and checks the state and the PKCE verifier;
 * `exchange` turns the code into whoever signed in, through `lib/revento`.
 */
export function reventoProvider(
  eventId: string,
  exchange: (code: string, codeVerifier: string) => Promise<ReventoProfile>,
): OAuthConfig<ReventoProfile> {
  const base = env().REVENTO_AUTH_URL;
  let profile: ReventoProfile | undefined;
  return {
    id: "revento",
    name: "Revento",
    type: "oauth",
    clientId: env().REVENTO_CLIENT_ID,
    clientSecret: env().REVENTO_CLIENT_SECRET,
    client: { token_endpoint_auth_method: "client_secret_post" },
    checks: ["pkce", "state"],
    authorization: {
      url: `${base}/oauth/authorize`,
      params: { scope: `${PROFILE_SCOPE} ${ATTENDANCE_SCOPE}`, event_id: eventId },
    },
    token: {
      url: `${base}/oauth/token`,
      request: async ({ params, checks }) => {
        // With a request of our own next-auth leaves the comparison to us.
        if (!checks.state || params.state !== checks.state || !params.code) {
          throw new SignInRefusal("attempt_unknown");
        }
        profile = await exchange(params.code, checks.code_verifier ?? "");
        // Tokens stay out of next-auth, which would hand them to callbacks, events and its log.
        return { tokens: {} };
      },
    },
    userinfo: {
      request: async () => {
        if (!profile) throw new SignInRefusal("malformed_answer");
        return { sub: profile.id, ...profile };
      },
    },
    profile: ({ id }) => ({ id }),
  };
}
