/** What a frame keeps to itself, and what of it the popup may know (RFC 7636, S256). */
export type SignInSecret = { verifier: string; challenge: string };

/** Makes a fresh pair. Fails where the page is no secure context: browsers then offer no digest. */
export async function makeSignInSecret(): Promise<SignInSecret> {
  const verifier = toBase64Url(crypto.getRandomValues(new Uint8Array(32)));
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier));
  return { verifier, challenge: toBase64Url(new Uint8Array(digest)) };
}

/** Whether a text can be the challenge of a pair: SHA-256 in base64url. */
export function isChallenge(text: unknown): text is string {
  return typeof text === "string" && /^[A-Za-z0-9_-]{43}$/.test(text);
}

function toBase64Url(bytes: Uint8Array): string {
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
