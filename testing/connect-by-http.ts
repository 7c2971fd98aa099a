import type { FoyerUnderTest } from "./foyer-under-test";

/** Reads the cookies that an answer sets, as a Cookie header. */
function cookiesOf(response: Response): string[] {
  return response.headers.getSetCookie().map((cookie) => cookie.split(";")[0] ?? "");
}

/**
 * Connects an event as its organizer without a browser: Foyer's connect route, the decision at
 * Revento, Foyer's callback. Answers the Cookie header of the session.
 */
export async function connectByHttp(
  { appUrl, control }: Pick<FoyerUnderTest, "appUrl" | "control">,
  eventId: string,
  userId: string,
  session = "",
): Promise<string> {
  const start = await fetch(`${appUrl}/connect?event_id=${eventId}`, {
    redirect: "manual",
    headers: { cookie: session },
  });
  const authorizeUrl = start.headers.get("location");
  if (!authorizeUrl) throw new Error(`connect answered ${start.status} without a redirect`);
  const decided = await control("authorize", { user_id: userId, authorize_url: authorizeUrl });
  const { redirect_to: callback } = decided as { redirect_to: string };
  const jar = [session, ...cookiesOf(start)].filter((part) => part !== "");
  const done = await fetch(callback, { redirect: "manual", headers: { cookie: jar.join("; ") } });
  const cookie = cookiesOf(done).find((pair) => /^(__Host-)?foyer=/.test(pair));
  if (!cookie) throw new Error(`the callback answered ${done.status} without a session`);
  return cookie;
}
