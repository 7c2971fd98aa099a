import type { FoyerUnderTest } from "./foyer-under-test";
import { HttpBrowser } from "./http-browser";

type Foyer = Pick<FoyerUnderTest, "appUrl" | "control">;
type Decision = { decision?: "allow" | "deny"; scopes?: string[] };

/** Asks Foyer to sign in to an event. Answers the address at Revento where it sends the browser. */
export async function startSignIn(
  browser: HttpBrowser,
  eventId: string,
  more: Record<string, string> = {},
): Promise<string> {
  const { csrfToken } = (await (await browser.ask("/api/auth/csrf")).json()) as {
    csrfToken: string;
  };
  const query = new URLSearchParams({ event_id: eventId, ...more });
  const answer = await browser.send(
    "POST",
    `/api/auth/signin/revento?${query}`,
    new URLSearchParams({ csrfToken }),
  );
  const authorizeUrl = answer.headers.get("location");
  if (!authorizeUrl) throw new Error(`the sign-in answered ${answer.status} without a redirect`);
  return authorizeUrl;
}

/** What a person decides at Revento. Answers the address of Foyer's callback with the outcome. */
export async function decideSignIn(
  { control }: Pick<Foyer, "control">,
  authorizeUrl: string,
  userId: string,
  decision: Decision = {},
): Promise<string> {
  const decided = await control("authorize", {
    user_id: userId,
    authorize_url: authorizeUrl,
    ...decision,
  });
  return (decided as { redirect_to: string }).redirect_to;
}

export type SignInOptions = Decision & {
  browser?: HttpBrowser;
  /** The challenge of a frame, which then is to get a code. */
  challenge?: string;
};

/**
 * Signs a participant in without a browser: Foyer's own form, the decision at Revento, the callback.
 * Answers the browser that holds the cookies, whatever came of it.
 */
export async function signInByHttp(
  foyer: Foyer,
  eventId: string,
  userId: string,
  { browser = new HttpBrowser(foyer.appUrl), challenge, ...decision }: SignInOptions = {},
): Promise<{ browser: HttpBrowser; answer: Response }> {
  const authorizeUrl = await startSignIn(browser, eventId, challenge ? { challenge } : {});
  const callback = await decideSignIn(foyer, authorizeUrl, userId, decision);
  return { browser, answer: await browser.ask(callback) };
}

/** Signs a participant in and answers the Cookie header of the portal's session. */
export async function portalCookie(foyer: Foyer, eventId: string, userId: string): Promise<string> {
  const { browser, answer } = await signInByHttp(foyer, eventId, userId);
  const name = [...browser.cookies.keys()].find((each) => each.endsWith(`foyer_portal_${eventId}`));
  if (!name) throw new Error(`the callback answered ${answer.status} without a session`);
  return `${name}=${browser.cookies.get(name)}`;
}
