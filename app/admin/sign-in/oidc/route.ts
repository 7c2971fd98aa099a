import { attemptCookie } from "@/app/admin/sign-in/oidc/attempt-cookie";
import { signInRefusalAnswer } from "@/app/admin/sign-in/refusal-answer";
import { beginOperatorSignIn } from "@/lib/operators/oidc/begin-operator-sign-in";

/** An operator leaves for the provider. */
export async function GET(request: Request): Promise<Response> {
  try {
    const returnTo = new URL(request.url).searchParams.get("return_to");
    const { redirectTo, state, cookie } = await beginOperatorSignIn(returnTo);
    return new Response(null, {
      status: 303,
      headers: {
        Location: redirectTo,
        "Set-Cookie": attemptCookie(state, cookie),
        "Cache-Control": "no-store",
      },
    });
  } catch (error) {
    return signInRefusalAnswer(error);
  }
}

/** Whoever only looks at the address leaves no attempt behind. */
export function HEAD(): Response {
  return new Response(null, { status: 405, headers: { Allow: "GET" } });
}
