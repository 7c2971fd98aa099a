import { HttpBrowser } from "./http-browser";
import { CLIENTS, type TestOidcProvider } from "./test-oidc-provider";

/**
 * Lets somebody sign in at the provider, or say no (`null`): from the address that a client sent the
 * browser to, to the address at which the client gets its answer.
 */
export async function signInAtProvider(
  provider: TestOidcProvider,
  authorizeUrl: string,
  account: string | null,
): Promise<URL> {
  const browser = new HttpBrowser(provider.issuer);
  let next = await browser.ask(authorizeUrl);
  for (let step = 0; step < 6; step += 1) {
    const location = next.headers.get("location");
    if (!location) throw new Error(`the provider answered ${next.status}: ${await next.text()}`);
    const url = new URL(location, provider.issuer);
    if (url.origin !== provider.issuer) return url;
    const form = new URLSearchParams(account ? { account } : { cancel: "yes" });
    next = url.pathname.startsWith("/interaction/")
      ? await browser.send("POST", url.pathname, form)
      : await browser.ask(url.href);
  }
  throw new Error("the provider sent the browser round in circles");
}

/** An id token as the provider really issues it, to any of its clients and with any nonce. */
export async function issueIdToken(
  provider: TestOidcProvider,
  authorizeUrl: string,
  {
    clientId,
    redirectUri,
    nonce,
  }: { clientId: keyof typeof CLIENTS; redirectUri: string; nonce: string },
): Promise<string> {
  const url = new URL(authorizeUrl);
  const verifier = "v".repeat(43);
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier));
  url.searchParams.set("client_id", clientId);
  url.searchParams.set("redirect_uri", redirectUri);
  url.searchParams.set("nonce", nonce);
  url.searchParams.set("code_challenge", Buffer.from(digest).toString("base64url"));
  const back = await signInAtProvider(provider, url.href, "olga");
  const answer = await fetch(`${provider.issuer}/token`, {
    method: "POST",
    headers: {
      authorization: `Basic ${Buffer.from(`${clientId}:${CLIENTS[clientId]}`).toString("base64")}`,
    },
    body: new URLSearchParams({
      grant_type: "authorization_code",
      code: back.searchParams.get("code") ?? "",
      redirect_uri: redirectUri,
      code_verifier: verifier,
    }),
  });
  return ((await answer.json()) as { id_token: string }).id_token;
}
