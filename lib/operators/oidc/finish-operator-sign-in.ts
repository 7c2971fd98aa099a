import * as oauth from "oauth4webapi";
import { withSystem } from "@/lib/db";
import { isAdmitted } from "@/lib/operators/is-admitted";
import type { OperatorActor } from "@/lib/operators/operator";
import { OperatorRefusal } from "@/lib/operators/operator-refusal";
import { signInOperator } from "@/lib/operators/sign-in-operator";
import { askProvider } from "./ask-provider";
import { discoverProvider, type Provider } from "./provider";
import { spendOperatorAttempt } from "./sign-in-attempt";

/**
 * Signs in whom the provider sent back. `browser` is what this browser holds for the state. Answers the
 * new session's cookie and the page of the console that was asked for. Throws OperatorRefusal; then
 * there is no session, and the state is spent.
 */
export async function finishOperatorSignIn(
  actor: OperatorActor,
  query: URLSearchParams,
  browser: string | undefined,
): Promise<{ cookie: string; returnTo: string }> {
  const state = onlyState(query);
  const attempt = await spendOperatorAttempt(state, browser);
  const provider = await discoverProvider();
  const callback = readCallback(provider, query, state);
  const email = emailOf(await askProvider(provider, callback, attempt));
  const cookie = await withSystem((transaction) =>
    signInOperator(transaction, actor, email, "oidc"),
  );
  return { cookie, returnTo: attempt.returnTo };
}

function onlyState(query: URLSearchParams): string {
  const [state, ...more] = query.getAll("state");
  if (!state || more.length > 0) throw new OperatorRefusal("malformed_callback");
  return state;
}

function readCallback({ server, client }: Provider, query: URLSearchParams, state: string) {
  try {
    return oauth.validateAuthResponse(server, client, query, state);
  } catch (error) {
    if (!(error instanceof oauth.AuthorizationResponseError)) {
      throw new OperatorRefusal("malformed_callback");
    }
    throw new OperatorRefusal(error.error === "access_denied" ? "cancelled" : "provider_refused");
  }
}

/** The address, when the provider vouches for it and it is on the list: in lower case. */
function emailOf({ email, email_verified: isVerified }: Record<string, unknown>): string {
  if (typeof email !== "string" || !email.includes("@")) throw new OperatorRefusal("email_missing");
  // Not "true": who spells it as a text may mean anything by it.
  if (isVerified !== true) throw new OperatorRefusal("email_unverified");
  // ASCII alone: some letters, as the sign of kelvin, are others in lower case, and somebody else's.
  const name = email.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  if (!isAdmitted(name)) throw new OperatorRefusal("not_listed");
  return name;
}
