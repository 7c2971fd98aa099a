import { clearedAttemptCookie, readAttemptCookie } from "@/app/admin/sign-in/oidc/attempt-cookie";
import { signInRefusalAnswer } from "@/app/admin/sign-in/refusal-answer";
import { sessionAnswer } from "@/app/admin/sign-in/session-answer";
import { operatorOf } from "@/lib/http/handle-in-console";
import { finishOperatorSignIn } from "@/lib/operators/oidc/finish-operator-sign-in";

/** The provider sends an operator back. */
export async function GET(request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const state = query.get("state") ?? "";
  try {
    const browser = readAttemptCookie(request, state);
    const done = await finishOperatorSignIn(await operatorOf(request), query, browser);
    return sessionAnswer(done.returnTo, done.cookie, [clearedAttemptCookie(state)]);
  } catch (error) {
    return signInRefusalAnswer(error);
  }
}

/** Whoever only looks at the address, as previews of links do, must not spend the sign-in in it. */
export function HEAD(): Response {
  return new Response(null, { status: 405, headers: { Allow: "GET" } });
}
