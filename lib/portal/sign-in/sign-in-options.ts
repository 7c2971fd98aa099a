import type { AuthOptions } from "next-auth";
import { env } from "@/lib/env";
import { logOf } from "@/lib/log";
import { PORTAL_SESSION_S, portalCookieName } from "@/lib/portal/portal-cookie";
import { cookieName, isSecure } from "@/lib/session-cookie";
import { type ObtainedGrant, obtainGrant } from "./obtain-grant";
import { reventoProvider } from "./revento-provider";
import { ATTEMPT_LIFETIME_S, type SignInAttempt } from "./sign-in-attempt";
import type { SignedIn } from "./sign-in-outcome";
import { SignInRefusal } from "./sign-in-refusal";
import { storeGrant } from "./store-grant";

/** What came of an attempt; next-auth itself only says that something did. */
export type SignInOutcome = {
  refusal?: SignInRefusal;
  error?: unknown;
  granted?: ObtainedGrant;
  signedIn?: SignedIn;
};

/**
 * next-auth for one attempt (the options of a single request): its cookies are the attempt's and the
 * event's own, so that sign-ins of several events and tabs never meet. `outcome` is filled as it goes. `state` is what
 * a callback came with.
 */
export function signInOptions(
  { id, eventId, ...rest }: SignInAttempt,
  outcome: SignInOutcome,
  state?: string,
): AuthOptions {
  const settle = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      if (error instanceof SignInRefusal) outcome.refusal = error;
      else outcome.error = error;
      throw error;
    }
  };
  return {
    ...baseOptions(),
    providers: [
      reventoProvider(eventId, (code, codeVerifier) =>
        settle(async () => {
          outcome.granted = await obtainGrant(eventId, code, codeVerifier);
          return { id: outcome.granted.userId };
        }),
      ),
    ],
    callbacks: {
      redirect: async () => `${env().APP_URL}${rest.returnTo}`,
      jwt: () =>
        settle(async () => {
          if (!outcome.granted) throw new SignInRefusal("malformed_answer");
          const signedIn = await storeGrant({ id, eventId, ...rest }, outcome.granted, state);
          outcome.signedIn = signedIn;
          return "sid" in signedIn ? { sid: signedIn.sid, event_id: eventId } : {};
        }),
    },
    cookies: {
      ...baseOptions().cookies,
      sessionToken: cookie(portalCookieName(eventId)),
      state: cookie(cookieName(`foyer_state_${id}`), ATTEMPT_LIFETIME_S),
      pkceCodeVerifier: cookie(cookieName(`foyer_pkce_${id}`), ATTEMPT_LIFETIME_S),
    },
  };
}

/** What holds for every request to next-auth, also those that belong to no attempt. */
export function baseOptions(): AuthOptions {
  return {
    secret: env().NEXTAUTH_SECRET,
    providers: [],
    session: { strategy: "jwt", maxAge: PORTAL_SESSION_S },
    cookies: {
      csrfToken: cookie(cookieName("foyer_csrf")),
      callbackUrl: cookie(cookieName("foyer_return")),
    },
    logger: {
      // Its metadata can hold codes and tokens: the code word and the message say enough.
      error: (code, metadata) => {
        const message = metadata instanceof Error ? metadata.message : undefined;
        logOf("portal").warn({ reason: code, detail: message }, "next-auth refused a sign-in");
      },
      warn: (code) => logOf("portal").debug({ reason: code }, "next-auth warns"),
      debug: () => {},
    },
  };
}

function cookie(name: string, maxAge?: number) {
  const options = { httpOnly: true, sameSite: "lax", path: "/", secure: isSecure() } as const;
  return { name, options: maxAge === undefined ? options : { ...options, maxAge } };
}
